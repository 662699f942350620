package org.kalends.exchange.item.form;

import com.ibm.icu.util.TimeZone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.item.ItemExtras;
import org.kalends.exchange.item.ItemReader;
import org.kalends.exchange.item.form.ItemForm.Field;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.Kind;
import org.kalends.icalendar.Attendee.Role;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;

/**
 * Writes events as {@link ItemReader} reads them.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/calendaritem">CalendarItem</a>
 */
public final class FormWriter {

    /** When an item is. */
    static final String TIME = "time";

    /** How it repeats. */
    static final String RECURRENCE = "recurrence";

    /** Where a zone has no name in Windows, moments are right, and instances after a change of clocks may not be. */
    private static final String NO_NAME = "UTC";

    private final ZoneId usual;

    /** @param usual the owner's zone: days and floating times are read there */
    public FormWriter(ZoneId usual) {
        this.usual = usual;
    }

    /** All of it; the parts stand as the schema orders them. */
    ItemForm whole(EventComponent event, ItemExtras extras) {
        var parts = new LinkedHashMap<String, List<Field>>();
        words(parts, event, extras);
        parts.put(
                "categories",
                List.of(list(
                        "item:Categories",
                        "t:Categories",
                        event.labels().categories().stream()
                                .map(category -> Element.text("t:String", category))
                                .toList())));
        parts.put("importance", List.of(field("item:Importance", "t:Importance", extras.importance())));
        reminder(parts, event);
        parts.put(TIME, time(event));
        parts.put("busy", busy(event, extras));
        parts.put(
                "location",
                List.of(field("calendar:Location", "t:Location", event.details().location())));
        people(parts, event);
        if (event.recurrenceId() == null) parts.put(RECURRENCE, recurrence(event));
        return new ItemForm(parts);
    }

    /** What is one's own of a meeting that somebody else organizes. */
    ItemForm own(EventComponent event, ItemExtras extras) {
        var parts = new LinkedHashMap<String, List<Field>>();
        reminder(parts, event);
        parts.put("busy", busy(event, extras));
        return new ItemForm(parts);
    }

    /** Whether Exchange has a recurrence that says the same. */
    public boolean holds(EventComponent event) {
        var recurrence = event.recurrence();
        return !recurrence.repeats()
                || recurrence.added().isEmpty()
                        && recurrence.rules().size() == 1
                        && recurrence(event).get(0).value().isPresent();
    }

    private static void words(Map<String, List<Field>> parts, EventComponent event, ItemExtras extras) {
        var details = event.details();
        parts.put("subject", List.of(field("item:Subject", "t:Subject", details.title())));
        parts.put("sensitivity", List.of(field("item:Sensitivity", "t:Sensitivity", sensitivity(event, extras))));
        var body = extras.html() == null
                ? Element.text("t:Body", details.description()).with("BodyType", "Text")
                : Element.text("t:Body", extras.html()).with("BodyType", "HTML");
        parts.put("body", List.of(new Field("item:Body", Optional.of(body))));
    }

    private static String sensitivity(EventComponent event, ItemExtras extras) {
        return switch (event.labels().classification()) {
            case PUBLIC -> "Normal";
            case PRIVATE -> extras.personal() ? "Personal" : "Private";
            case CONFIDENTIAL -> "Confidential";
        };
    }

    private static List<Field> busy(EventComponent event, ItemExtras extras) {
        var said = String.valueOf(extras.busy());
        var word =
                switch (event.labels().transparency()) {
                    case OPAQUE -> said.equals("Tentative") ? said : "Busy";
                    case TRANSPARENT -> said.equals("WorkingElsewhere") ? said : "Free";
                    case OUT_OF_OFFICE -> "OOF";
                };
        return List.of(field("calendar:LegacyFreeBusyStatus", "t:LegacyFreeBusyStatus", word));
    }

    /** Exchange has one, which is before the start: the last one that is. */
    private static void reminder(Map<String, List<Field>> parts, EventComponent event) {
        var before = event.alarms().stream()
                .map(Alarm::before)
                .filter(Predicate.not(Duration::isNegative))
                .min(Duration::compareTo);
        var minutes =
                before.map(length -> Element.text("t:ReminderMinutesBeforeStart", Long.toString(length.toMinutes())));
        parts.put(
                "reminder",
                Stream.concat(
                                Stream.of(field(
                                        "item:ReminderIsSet", "t:ReminderIsSet", Boolean.toString(before.isPresent()))),
                                minutes.stream()
                                        .map(element ->
                                                new Field("item:ReminderMinutesBeforeStart", Optional.of(element))))
                        .toList());
    }

    private List<Field> time(EventComponent event) {
        var timing = event.timing();
        return List.of(
                field("calendar:Start", "t:Start", moment(timing.start())),
                field("calendar:End", "t:End", moment(timing.end())),
                field("calendar:IsAllDayEvent", "t:IsAllDayEvent", Boolean.toString(timing.allDay())),
                zone("calendar:StartTimeZone", "t:StartTimeZone", timing.start()),
                zone("calendar:EndTimeZone", "t:EndTimeZone", timing.end()));
    }

    private String moment(EventTime time) {
        return moment(time.instant(usual));
    }

    static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Field zone(String uri, String name, EventTime time) {
        var windows = TimeZone.getWindowsID(zone(time).getId());
        return new Field(uri, Optional.of(Element.of(name).with("Id", windows == null ? NO_NAME : windows)));
    }

    private ZoneId zone(EventTime time) {
        return time.match(day -> usual, EventTime.Zoned::zone, floating -> usual);
    }

    private static void people(Map<String, List<Field>> parts, EventComponent event) {
        var organizer = event.organizer();
        var others = event.attendees().stream()
                .filter(one -> organizer == null || !one.address().equals(organizer.address()))
                .toList();
        parts.put(
                "required",
                List.of(list(
                        "calendar:RequiredAttendees",
                        "t:RequiredAttendees",
                        people(others, one -> !place(one) && one.role() != Role.OPTIONAL))));
        parts.put(
                "optional",
                List.of(list(
                        "calendar:OptionalAttendees",
                        "t:OptionalAttendees",
                        people(others, one -> !place(one) && one.role() == Role.OPTIONAL))));
        parts.put("resources", List.of(list("calendar:Resources", "t:Resources", people(others, FormWriter::place))));
    }

    private static boolean place(Attendee attendee) {
        return attendee.kind() == Kind.ROOM || attendee.kind() == Kind.RESOURCE;
    }

    /** Names are the directory's there. */
    private static List<Element> people(List<Attendee> all, Predicate<Attendee> which) {
        return all.stream()
                .filter(which)
                .map(one -> one.address().value())
                .sorted()
                .map(address ->
                        Element.of("t:Attendee", Element.of("t:Mailbox", Element.text("t:EmailAddress", address))))
                .toList();
    }

    private List<Field> recurrence(EventComponent event) {
        var start = event.timing().start();
        var value = event.recurrence().rules().stream()
                .findFirst()
                .flatMap(rule -> PatternWriter.recurrence(rule, start, zone(start)));
        return List.of(new Field("calendar:Recurrence", value));
    }

    private static Field field(String uri, String name, String text) {
        return new Field(uri, Optional.of(Element.text(name, text)));
    }

    private static Field list(String uri, String name, List<Element> elements) {
        return new Field(uri, elements.isEmpty() ? Optional.empty() : Optional.of(Element.of(name, elements)));
    }
}
