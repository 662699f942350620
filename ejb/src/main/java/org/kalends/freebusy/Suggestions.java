package org.kalends.freebusy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.figures.WorkFigures;
import org.kalends.freebusy.domain.Intervals;
import org.kalends.freebusy.domain.SlotSearch;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.time.Interval;

/** Times that suit everybody, best first. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS) // a read needs no beginning and no commit
@Interceptors(WorkFigures.class)
public class Suggestions {

    private static final int OFFERED = 5;

    @Inject
    FreeBusyLookup lookup;

    /** Which hours count. */
    public enum Hours {
        WORKING,
        ANY
    }

    /**
     * What is looked for.
     *
     * @param rooms each of which must be free too
     * @param except the event that is planned, which takes nobody's time; null for a new one
     */
    public record Wish(
            Collection<CalendarAddress> required,
            Collection<CalendarAddress> optional,
            Collection<CalendarAddress> rooms,
            Duration length,
            Interval range,
            @Nullable Uid except) {}

    public List<SlotSearch.Slot> find(Wish wish, Hours hours) {
        var asked = new ArrayList<>(wish.required());
        asked.addAll(wish.rooms());
        asked.addAll(wish.optional());
        var times = lookup.of(new FreeBusyLookup.Question(asked, wish.range(), wish.except()));
        var people = times.subList(0, wish.required().size());
        var required = times.subList(0, wish.required().size() + wish.rooms().size());
        var optional = times.subList(required.size(), times.size());
        var allowed = List.of(wish.range());
        if (hours == Hours.WORKING) {
            for (var person : people) {
                if (person.known()) allowed = Intervals.common(allowed, person.working());
            }
        }
        return new SlotSearch(allowed, busy(required), busy(optional)).best(wish.length(), OFFERED);
    }

    private static List<List<Interval>> busy(List<PersonTime> people) {
        return people.stream()
                .map(person -> Intervals.merged(
                        person.busy().stream().map(BusyTime::interval).toList()))
                .toList();
    }
}
