package org.kalends.web.freebusy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.freebusy.BusyTime;
import org.kalends.freebusy.FreeBusyLookup;
import org.kalends.freebusy.PersonTime;
import org.kalends.freebusy.Suggestions;
import org.kalends.freebusy.Suggestions.Hours;
import org.kalends.freebusy.domain.SlotSearch.Slot;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;
import org.kalends.time.Interval;
import org.kalends.web.event.Parameters;
import org.kalends.web.event.PlannedEvent;

/** When people are busy, and when all are free. */
@Path("freebusy")
@RequestScoped
@Produces("application/json")
@Consumes("application/json")
public class FreeBusyResource {

    private static final int MOST_PEOPLE = 200;
    private static final Duration LONGEST_RANGE = Duration.ofDays(366);
    private static final Duration LONGEST_SEARCH = Duration.ofDays(62);
    private static final Duration LONGEST_EVENT = Duration.ofDays(1);
    private static final Duration SHORTEST_EVENT = Duration.ofMinutes(5);

    @Inject
    FreeBusyLookup lookup;

    @Inject
    Suggestions suggestions;

    @Inject
    PlannedEvent planned;

    /** Several people. */
    public record Question(
            @Nullable List<String> who, @Nullable String from, @Nullable String to, @Nullable String except) {}

    /** Who must come, who may, how long, within what. */
    public record Wish(
            @Nullable List<String> required,
            @Nullable List<String> optional,
            @Nullable List<String> rooms,
            @Nullable Duration duration,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean workingHours,
            @Nullable String except) {}

    /** A span. */
    public record SpanJson(Instant start, Instant end) {
        static SpanJson of(Interval interval) {
            return new SpanJson(interval.start(), interval.end());
        }
    }

    /** A busy span; titles stay with their owner. */
    public record BusyJson(Instant start, Instant end, String type, @Nullable String title) {
        static BusyJson of(BusyTime busy) {
            var type = busy.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new BusyJson(busy.interval().start(), busy.interval().end(), type, null);
        }
    }

    /** One person; the zone is his own. */
    public record PersonJson(
            String who, boolean known, @Nullable String timeZone, List<BusyJson> busy, List<SpanJson> workingHours) {
        static PersonJson of(PersonTime time) {
            return new PersonJson(
                    time.address().value(),
                    time.known(),
                    time.zone() == null ? null : time.zone().getId(),
                    time.busy().stream().map(BusyJson::of).toList(),
                    time.working().stream().map(SpanJson::of).toList());
        }
    }

    /** Everybody asked for. */
    public record AnswerJson(List<PersonJson> items, boolean partial) {}

    /** @param missingOptional how many of the optional people could not come */
    public record SlotJson(Instant start, Instant end, int missingOptional) {
        static SlotJson of(Slot slot) {
            return new SlotJson(slot.interval().start(), slot.interval().end(), slot.missing());
        }
    }

    /** Best first. */
    public record SlotsJson(List<SlotJson> items) {}

    @GET
    public AnswerJson one(
            @QueryParam("who") @Nullable List<String> who,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("except") @Nullable String except) {
        return answer(new Question(who, from, to, except));
    }

    @POST
    public AnswerJson many(@Nullable Question question) {
        if (question == null) throw CalendarException.invalid("body", "must be a JSON object");
        return answer(question);
    }

    private AnswerJson answer(Question question) {
        var people = addresses("who", question.who());
        if (people.isEmpty()) throw CalendarException.invalid("who", "must be given");
        var range = range(question.from(), question.to(), LONGEST_RANGE);
        var asked = new FreeBusyLookup.Question(people, range, planned.uid(question.except()));
        return new AnswerJson(lookup.of(asked).stream().map(PersonJson::of).toList(), false);
    }

    @POST
    @Path("suggestions")
    public SlotsJson suggest(@Nullable Wish wish) {
        if (wish == null) throw CalendarException.invalid("body", "must be a JSON object");
        var required = addresses("required", wish.required());
        if (required.isEmpty()) throw CalendarException.invalid("required", "must name somebody");
        var length = wish.duration();
        if (length == null || length.compareTo(SHORTEST_EVENT) < 0 || length.compareTo(LONGEST_EVENT) > 0) {
            throw CalendarException.invalid("duration", "must lie between PT5M and P1D");
        }
        var search = new Suggestions.Wish(
                required,
                addresses("optional", wish.optional()),
                addresses("rooms", wish.rooms()),
                length,
                range(wish.from(), wish.to(), LONGEST_SEARCH),
                planned.uid(wish.except()));
        var hours = Boolean.FALSE.equals(wish.workingHours()) ? Hours.ANY : Hours.WORKING;
        return new SlotsJson(
                suggestions.find(search, hours).stream().map(SlotJson::of).toList());
    }

    private static Interval range(@Nullable String from, @Nullable String to, Duration longest) {
        var range = Parameters.interval(from, to);
        if (range.length().compareTo(longest) > 0) {
            throw CalendarException.invalid("to", "must lie at most " + longest.toDays() + " days after from");
        }
        return range;
    }

    private static List<CalendarAddress> addresses(String field, @Nullable List<String> texts) {
        if (texts == null) return List.of();
        if (texts.size() > MOST_PEOPLE) {
            throw CalendarException.invalid(field, "must be at most " + MOST_PEOPLE + " addresses");
        }
        var addresses = new ArrayList<CalendarAddress>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                addresses.add(new CalendarAddress(String.valueOf(texts.get(i))));
            } catch (IllegalArgumentException e) {
                throw CalendarException.invalid(field + "[" + i + "]", "is not a mail address");
            }
        }
        return addresses.stream().distinct().toList();
    }
}
