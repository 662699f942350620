package org.kalends.icalendar.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Revision;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;
import org.kalends.icalendar.text.Texts;

/**
 * A record to the lines of its VEVENT, grouped by slot: the property's name, for attendees with the address. Two
 * records differ in a property exactly if the lines of that slot differ.
 */
final class EventWriter {

    static final String BUSY_STATUS = "X-MICROSOFT-CDO-BUSYSTATUS";
    static final String AWAY = "OOF";

    /** Parameters that the records know; others are kept when a line is replaced. */
    static final List<String> KNOWN_PARAMS = List.of(
            "TZID",
            "VALUE",
            "CN",
            "CUTYPE",
            "ROLE",
            "PARTSTAT",
            "SENT-BY",
            "ALTREP",
            "ENCODING",
            ScheduleLines.AGENT,
            ScheduleLines.STATUS,
            ScheduleLines.FORCE,
            ScheduleLines.DELEGATED_TO,
            ScheduleLines.DELEGATED_FROM,
            PeopleReader.COMMENT,
            Proposals.PARAMETER);

    private final Map<String, List<ContentLine>> slots = new LinkedHashMap<>();

    private EventWriter() {}

    static Map<String, List<ContentLine>> slots(Uid uid, EventComponent event) {
        var writer = new EventWriter();
        writer.add("UID", Texts.escape(uid.value()));
        writer.revision(event.revision());
        writer.times(event);
        writer.recurrence(event.recurrence());
        writer.details(event.details());
        writer.labels(event.labels());
        writer.people(event);
        return writer.slots;
    }

    static Block block(Uid uid, EventComponent event) {
        var items = new ArrayList<Item>();
        slots(uid, event).values().forEach(items::addAll);
        event.alarms().forEach(a -> items.add(AlarmWriter.block(a, event)));
        return Block.of("VEVENT", items);
    }

    private void revision(Revision revision) {
        add("DTSTAMP", Times.utc(revision.stamp()));
        add("CREATED", Times.utc(revision.created()));
        add("LAST-MODIFIED", Times.utc(revision.lastModified()));
        add("SEQUENCE", Integer.toString(revision.sequence()));
    }

    private void times(EventComponent event) {
        if (event.recurrenceId() != null) time("RECURRENCE-ID", event.recurrenceId());
        time("DTSTART", event.timing().start());
        time("DTEND", event.timing().end());
    }

    private void recurrence(Recurrence recurrence) {
        recurrence.rules().forEach(rule -> add("RRULE", rule));
        times("RDATE", recurrence.added());
        times("EXDATE", recurrence.excluded());
    }

    private void details(Details details) {
        text("SUMMARY", details.title());
        text("DESCRIPTION", details.description());
        text("LOCATION", details.location());
        if (details.conference() != null) add("CONFERENCE", details.conference(), Param.of("VALUE", "URI"));
        details.files().forEach(file -> put(FileLines.slot(file), FileLines.line(file)));
    }

    private void labels(Labels labels) {
        add("STATUS", labels.status().name());
        if (labels.classification() != Labels.Classification.PUBLIC)
            add("CLASS", labels.classification().name());
        boolean away = labels.transparency() == Labels.Transparency.OUT_OF_OFFICE;
        add("TRANSP", away ? "OPAQUE" : labels.transparency().name());
        if (away) add(BUSY_STATUS, AWAY);
        if (!labels.categories().isEmpty()) {
            add(
                    "CATEGORIES",
                    String.join(
                            ",", labels.categories().stream().map(Texts::escape).toList()));
        }
        if (labels.color() != null) text("COLOR", labels.color());
    }

    private void people(EventComponent event) {
        var organizer = event.organizer();
        if (organizer != null) {
            var params = new ArrayList<Param>();
            if (!organizer.name().isEmpty()) params.add(Param.of("CN", organizer.name()));
            if (organizer.sentBy() != null)
                params.add(Param.of("SENT-BY", organizer.sentBy().mailto()));
            params.addAll(ScheduleLines.params(organizer.schedule()));
            add("ORGANIZER", organizer.address().mailto(), params.toArray(Param[]::new));
        }
        AttendeeLines.of(event.attendees()).forEach(one -> put(one.slot(), one.line()));
    }

    private void time(String name, EventTime time) {
        add(name, Times.text(time), TimeParams.of(time).toArray(Param[]::new));
    }

    /** One line for each type and zone. */
    private void times(String name, List<EventTime> times) {
        var groups = new LinkedHashMap<List<Param>, List<String>>();
        times.forEach(
                t -> groups.computeIfAbsent(group(t), key -> new ArrayList<>()).add(Times.text(t)));
        groups.forEach((params, values) -> put(name, ContentLine.of(name, String.join(",", values), valid(params))));
    }

    /** UTC and floating values have the same parameters but must not share a line. */
    private static List<Param> group(EventTime time) {
        return time instanceof EventTime.Floating ? List.of(Param.of("", "")) : TimeParams.of(time);
    }

    private static List<Param> valid(List<Param> group) {
        return group.stream().filter(p -> !p.name().isEmpty()).toList();
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) add(name, Texts.escape(value));
    }

    private void add(String name, String value, Param... params) {
        put(name, ContentLine.of(name, value, params));
    }

    private void put(String slot, ContentLine line) {
        slots.computeIfAbsent(slot, key -> new ArrayList<>()).add(line);
    }
}
