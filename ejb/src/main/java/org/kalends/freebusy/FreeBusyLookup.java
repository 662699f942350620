package org.kalends.freebusy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.event.FarBusyTimes;
import org.kalends.figures.WorkFigures;
import org.kalends.freebusy.BusyTime.Type;
import org.kalends.freebusy.domain.Intervals;
import org.kalends.freebusy.domain.Presence;
import org.kalends.freebusy.store.BusyStore;
import org.kalends.icalendar.Availability;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.Principal;
import org.kalends.identity.SettingsOf;
import org.kalends.time.Interval;

/** When people are busy: four statements, however many are asked for. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
@Interceptors(WorkFigures.class)
public class FreeBusyLookup {

    @Inject
    Directory directory;

    @Inject
    SettingsOf settings;

    @Inject
    BusyStore store;

    @Inject
    FarBusyTimes far;

    @Inject
    Availabilities availabilities;

    /**
     * Who is asked for, and when.
     *
     * @param except the event that does not count, because it is the one that is planned; null when all count
     */
    public record Question(Collection<CalendarAddress> who, Interval range, @Nullable Uid except) {}

    /** In the order asked; who is not inside is unknown, and so is a group: it is no person whose time it could be. */
    public List<PersonTime> of(Question question) {
        var who = question.who();
        var range = question.range();
        var inside = directory.byAddress(who);
        var chosen = settings.of(inside.values());
        var rows = rows(inside.values(), question);
        var said = said(inside.values());
        return who.stream()
                .map(address -> {
                    var person = inside.get(address);
                    if (person == null || person.kind() == Principal.Kind.GROUP)
                        return new PersonTime(address, false, null, List.of(), List.of());
                    var own = chosen.getOrDefault(person.id(), PersonalSettings.usual(person));
                    var presence = Presence.of(said.getOrDefault(person.id(), List.of()), range, own.zone());
                    var spans = new BusySpans(rows.getOrDefault(person.id(), List.of()), presence, own.zone());
                    var working = presence.working(working(own, range));
                    return new PersonTime(address, true, own.zone(), busy(spans, own, range), working);
                })
                .toList();
    }

    private Map<UUID, List<Availability>> said(Collection<Principal> people) {
        return people.isEmpty()
                ? Map.of()
                : availabilities.of(people.stream().map(Principal::id).toList());
    }

    private Map<UUID, List<BusyStore.Row>> rows(Collection<Principal> people, Question question) {
        if (people.isEmpty()) return Map.of();
        var except = question.except();
        var widened = BusySpans.widened(question.range());
        var homes = people.stream().map(Principal::id).toList();
        var later = BusySpans.rows(
                far.of(homes, widened).stream().filter(busy -> !busy.uid().equals(except)));
        return Stream.concat(store.busy(homes, widened, except == null ? "" : except.value()).stream(), later)
                .collect(Collectors.groupingBy(BusyStore.Row::home));
    }

    private static List<BusyTime> busy(BusySpans spans, PersonalSettings own, Interval range) {
        var busy = new ArrayList<BusyTime>();
        var absent = own.outOfOffice();
        for (var type : Type.values()) {
            var times = spans.of(type);
            if (type == Type.OUT_OF_OFFICE && absent != null) times.add(new Interval(absent.from(), absent.to()));
            times.removeIf(time -> !range.overlaps(time));
            Intervals.merged(times).forEach(time -> busy.add(new BusyTime(time, type)));
        }
        busy.sort(Comparator.comparing(time -> time.interval().start()));
        return busy;
    }

    private static List<Interval> working(PersonalSettings own, Interval range) {
        var working = new ArrayList<Interval>();
        var last = range.end().atZone(own.zone()).toLocalDate();
        for (var day = range.start().atZone(own.zone()).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            var hours = own.workingHours().get(day.getDayOfWeek());
            if (hours == null) continue;
            working.add(new Interval(
                    day.atTime(hours.from()).atZone(own.zone()).toInstant(),
                    day.atTime(hours.to()).atZone(own.zone()).toInstant()));
        }
        return Intervals.common(working, List.of(range));
    }
}
