package org.kalends.reminder;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.domain.Masking;
import org.kalends.identity.Directory;
import org.kalends.identity.Person;
import org.kalends.reminder.domain.AlarmTimes;
import org.kalends.reminder.store.ReaderStore;
import org.kalends.reminder.store.ReaderStore.Remindable;
import org.kalends.sharing.Level;
import org.kalends.sharing.Rights;

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
    record Reader(Person person, Remindable remindable, AlarmTimes times) {

        static Reader of(Person person, Remindable remindable) {
            var reader =
                    new AlarmTimes.Reader(person.addresses(), person.principal().zone());
            return new Reader(person, remindable, AlarmTimes.of(remindable.text(), reader));
        }

        Due.Key key() {
            return remindable.key();
        }

        UUID calendar() {
            return remindable.calendar();
        }
    }

    /** Everybody whom alarms of these objects may remind. */
    Map<Due.Key, Reader> of(Collection<UUID> homes, Collection<UUID> objects) {
        var found = store.of(homes, objects);
        var people = directory.people(
                found.keySet().stream().map(Due.Key::user).distinct().toList());
        var rights = new HashMap<Sight, Optional<Rights>>();
        return found.values().stream()
                .flatMap(one -> Stream.ofNullable(people.get(one.key().user())).map(person -> Reader.of(person, one)))
                .filter(reader -> mayRead(reader, rights))
                .collect(toMap(Reader::key, reader -> reader));
    }

    private record Sight(UUID user, UUID calendar) {}

    /** In calendars of others, who may not see private events is reminded of none. */
    private boolean mayRead(Reader reader, Map<Sight, Optional<Rights>> known) {
        if (reader.key().user().equals(reader.key().home())) return true;
        return known.computeIfAbsent(new Sight(reader.key().user(), reader.calendar()), any -> rights(reader))
                .filter(rights -> rights.level().holds(Level.READ))
                .filter(rights ->
                        rights.seesPrivate() || !Masking.needed(reader.times().series()))
                .isPresent();
    }

    private Optional<Rights> rights(Reader reader) {
        return access.find(reader.person().principal(), reader.calendar().toString())
                .map(CalendarCollection::rights);
    }
}
