package org.kalends.freebusy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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
        var widened = BusySpans.widened(range);
        var far = BusySpans.rows(this.far.of(List.of(calendar.home()), widened).stream()
                .filter(busy -> busy.calendar().equals(calendar.id())));
        var rows = Stream.concat(store.busyIn(calendar.home(), calendar.id(), widened).stream(), far)
                .toList();
        var presence = availabilities.in(calendar, range, calendar.zone());
        var spans = new BusySpans(rows, presence, calendar.zone());
        var busy = new ArrayList<BusyTime>();
        for (var type : Type.values()) {
            Intervals.common(Intervals.merged(spans.of(type)), List.of(range))
                    .forEach(time -> busy.add(new BusyTime(time, type)));
        }
        busy.sort(Comparator.comparing(time -> time.interval().start()));
        return busy;
    }
}
