package org.kalends.exchange.item;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;

/**
 * Reads what {@link ItemRequest} asked for.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/calendaritem">CalendarItem</a>
 */
public final class ItemReader {

    private final CalendarAddress mailbox;
    private final ZoneId usual;

    /**
     * @param mailbox whose copies they are
     * @param usual the owner's zone, for items that tell none
     */
    public ItemReader(CalendarAddress mailbox, ZoneId usual) {
        this.mailbox = mailbox;
        this.usual = usual;
    }

    /**
     * @param item {@code t:CalendarItem}
     * @throws IllegalArgumentException saying what of it makes no sense
     */
    public CalendarItem read(Element item) {
        var id = ItemId.of(item).orElseThrow(() -> new IllegalArgumentException("the item has no id"));
        var losses = new ArrayList<String>();
        var start = moment(item, "t:Start").orElseThrow(() -> new IllegalArgumentException("the item has no start"));
        var zone = zone(item.child("t:StartTimeZone"), start, losses);
        var timing = timing(item, start, zone, losses);
        var people = new People(item, mailbox, losses);
        var component = new EventComponent(
                instance(item, timing.start(), zone).orElse(null),
                timing,
                recurrence(item, timing.start(), zone),
                ItemTexts.details(item),
                ItemTexts.labels(item),
                people.organizer().orElse(null),
                people.attendees(),
                ItemTexts.alarms(item),
                revision(item));
        return new CalendarItem(
                id,
                uid(item, id),
                zone,
                component,
                changed(item),
                AttachedFile.of(item),
                ItemExtras.lines(item),
                losses);
    }

    /** Which instance it is of a series to which nobody here is invited; empty for all else. */
    private static Optional<EventTime> instance(Element item, EventTime start, ZoneId zone) {
        if (item.child("t:Recurrence").isPresent()) return Optional.empty();
        return item.value("t:UID")
                .filter(uid -> !uid.isBlank())
                .flatMap(uid -> GlobalObjectId.of(uid).day())
                .map(day -> moment(item, "t:RecurrenceId")
                        .map(at -> at(at, start, zone))
                        .orElseGet(() -> on(day, start)));
    }

    /** Where Exchange says no time, it is that at which it begins. */
    private static EventTime on(LocalDate day, EventTime start) {
        return start instanceof EventTime.Zoned timed
                ? new EventTime.Zoned(day.atTime(timed.local().toLocalTime()), timed.zone())
                : new EventTime.Day(day);
    }

    private ZoneId zone(Optional<Element> told, Instant start, List<String> losses) {
        var found = ExchangeZone.of(told, start, usual);
        found.loss().filter(loss -> !losses.contains(loss)).ifPresent(losses::add);
        return found.zone();
    }

    private Timing timing(Element item, Instant start, ZoneId zone, List<String> losses) {
        var end = moment(item, "t:End").orElse(start);
        if (end.isBefore(start)) throw new IllegalArgumentException("the item ends before it begins");
        if (!item.holds("t:IsAllDayEvent")) {
            var until =
                    item.child("t:EndTimeZone").isPresent() ? zone(item.child("t:EndTimeZone"), start, losses) : zone;
            return new Timing(zoned(start, zone), zoned(end, until));
        }
        var first = local(start, zone).toLocalDate();
        var last = local(end, zone).toLocalDate();
        return new Timing(new EventTime.Day(first), new EventTime.Day(last.isAfter(first) ? last : first.plusDays(1)));
    }

    private static Recurrence recurrence(Element item, EventTime start, ZoneId zone) {
        var rule = item.child("t:Recurrence");
        if (rule.isEmpty()) return Recurrence.NONE;
        var excluded = item.child("t:DeletedOccurrences").stream()
                .flatMap(all -> all.children().stream())
                .flatMap(deleted -> moment(deleted, "t:Start").stream())
                .map(moment -> at(moment, start, zone))
                .toList();
        return new Recurrence(List.of(RecurrencePattern.rule(rule.get(), start)), List.of(), excluded);
    }

    /** The moment in the form of the series' start. Whole days are told as midnights of the zone. */
    static EventTime at(Instant moment, EventTime start, ZoneId zone) {
        return start.allDay() ? new EventTime.Day(local(moment, zone).toLocalDate()) : zoned(moment, zone);
    }

    private static Map<String, Instant> changed(Element item) {
        var changed = new HashMap<String, Instant>();
        item.child("t:ModifiedOccurrences").stream()
                .flatMap(all -> all.children().stream())
                .forEach(occurrence -> ItemId.of(occurrence).ifPresent(id -> moment(occurrence, "t:OriginalStart")
                        .ifPresent(at -> changed.put(id.id(), at))));
        return changed;
    }

    /** Copies that Outlook makes may have none: the item's id stands for it, and is the same at the next look. */
    public static Uid uid(Element item, ItemId id) {
        return item.value("t:UID")
                .filter(uid -> !uid.isBlank())
                .map(uid -> GlobalObjectId.of(uid).series())
                .orElseGet(() ->
                        new Uid("exchange-" + UUID.nameUUIDFromBytes(id.id().getBytes(StandardCharsets.UTF_8))));
    }

    private static Revision revision(Element item) {
        var modified = moment(item, "t:LastModifiedTime").orElse(Instant.EPOCH);
        int sequence =
                item.value("t:AppointmentSequenceNumber").map(Integer::parseInt).orElse(0);
        return new Revision(
                Math.max(0, sequence),
                moment(item, "t:DateTimeStamp").orElse(modified),
                moment(item, "t:DateTimeCreated").orElse(modified),
                modified);
    }

    private static Optional<Instant> moment(Element parent, String name) {
        return parent.value(name).map(text -> OffsetDateTime.parse(text.strip()).toInstant());
    }

    private static EventTime zoned(Instant moment, ZoneId zone) {
        return new EventTime.Zoned(local(moment, zone), zone);
    }

    private static LocalDateTime local(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone);
    }
}
