package org.kalends.reminder;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.kalends.calendar.Access;
import org.kalends.identity.Directory;
import org.kalends.identity.Person;
import org.kalends.reminder.domain.AlarmTimes;
import org.kalends.reminder.store.ReaderStore;
import org.kalends.reminder.store.ReaderStore.Remindable;
import org.kalends.sharing.Level;

/** Objects as those have them who are to be reminded of them. */
@ApplicationScoped
class Readers {

    @Inject
    ReaderStore store;

    @Inject
    Directory directory;

    @Inject
    Access access;

    /** Somebody and an object that he may read, with his own alarms. */
    record Reader(Person person, Remindable remindable) {

        Due.Key key() {
            return remindable.key();
        }

        AlarmTimes times() {
            return AlarmTimes.of(
                    remindable.text(),
                    new AlarmTimes.Reader(person.addresses(), person.principal().zone()));
        }
    }

    /** Everybody whom alarms of these objects may remind. */
    Map<Due.Key, Reader> of(Collection<UUID> homes, Collection<UUID> objects) {
        var found = store.of(homes, objects);
        var people = directory.people(
                found.keySet().stream().map(Due.Key::user).distinct().toList());
        var allowed = new HashMap<Sight, Boolean>();
        return found.values().stream()
                .flatMap(one -> Stream.ofNullable(people.get(one.key().user())).map(person -> new Reader(person, one)))
                .filter(reader -> allowed.computeIfAbsent(sight(reader), any -> mayRead(reader)))
                .collect(toMap(Reader::key, reader -> reader));
    }

    private record Sight(UUID user, UUID calendar) {}

    private static Sight sight(Reader reader) {
        return new Sight(reader.key().user(), reader.remindable().calendar());
    }

    private boolean mayRead(Reader reader) {
        if (reader.key().user().equals(reader.key().home())) return true;
        return access.find(
                        reader.person().principal(),
                        reader.remindable().calendar().toString())
                .filter(calendar -> calendar.rights().level().holds(Level.READ))
                .isPresent();
    }
}
