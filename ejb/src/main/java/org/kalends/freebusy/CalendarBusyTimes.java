package org.kalends.freebusy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.FarBusyTimes;
import org.kalends.freebusy.BusyTime.Type;
import org.kalends.freebusy.domain.Intervals;
import org.kalends.freebusy.store.BusyStore;
import org.kalends.identity.Principal;
import org.kalends.time.Interval;

/**
 * When a calendar, or all of a person's, is busy: from the stored instances, without a look at any text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-7.10">RFC 4791, 7.10</a>
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
public class CalendarBusyTimes {

    private static final Duration FLOATING_MARGIN = Duration.ofHours(14);

    @Inject
    BusyStore store;

    @Inject
    FarBusyTimes far;

    @Inject
    Availabilities availabilities;

    @Inject
    FreeBusyLookup people;

    /** Of all calendars of a home that count. */
    public List<BusyTime> of(Principal owner, Interval range) {
        return people.of(new FreeBusyLookup.Question(List.of(owner.address()), range, null))
                .get(0)
                .busy();
    }

    /** Merged by type, sorted, cut to the range; days and floating times are read in the calendar's zone. */
    public List<BusyTime> of(CalendarCollection calendar, Interval range) {
        var widened =
                new Interval(range.start().minus(FLOATING_MARGIN), range.end().plus(FLOATING_MARGIN));
        var later = far.of(List.of(calendar.home()), widened).stream()
                .filter(busy -> busy.calendar().equals(calendar.id()))
                .map(busy -> new BusyStore.Row(busy.home(), busy.period(), busy.floating(), busy.freeBusy()));
        var rows = Stream.concat(store.busyIn(calendar.home(), calendar.id(), widened).stream(), later)
                .toList();
        var presence = availabilities.in(calendar, range, calendar.zone());
        var busy = new ArrayList<BusyTime>();
        for (var type : Type.values()) {
            var times = new ArrayList<>(rows.stream()
                    .filter(row -> typeOf(row.freeBusy()) == type)
                    .map(row -> row.floating() ? local(row.period(), calendar.zone()) : row.period())
                    .toList());
            presence.away().forEach((said, away) -> {
                if (Type.of(said) == type) times.addAll(away);
            });
            Intervals.common(Intervals.merged(times), List.of(range))
                    .forEach(time -> busy.add(new BusyTime(time, type)));
        }
        busy.sort(Comparator.comparing(time -> time.interval().start()));
        return busy;
    }

    private static Type typeOf(int freeBusy) {
        return freeBusy == 2 ? Type.TENTATIVE : freeBusy == 3 ? Type.OUT_OF_OFFICE : Type.BUSY;
    }

    private static Interval local(Interval asIfUtc, ZoneId zone) {
        return new Interval(
                LocalDateTime.ofInstant(asIfUtc.start(), ZoneOffset.UTC)
                        .atZone(zone)
                        .toInstant(),
                LocalDateTime.ofInstant(asIfUtc.end(), ZoneOffset.UTC)
                        .atZone(zone)
                        .toInstant());
    }
}
