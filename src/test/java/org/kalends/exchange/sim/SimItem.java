package org.kalends.exchange.sim;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** An item of a calendar: what stands in it is XML, in whatever order it was said. */
public final class SimItem {

    /** As the schema wants it. */
    private static final List<String> ORDER = List.of(
            "Subject",
            "Sensitivity",
            "Body",
            "Categories",
            "Importance",
            "DateTimeCreated",
            "ReminderIsSet",
            "ReminderMinutesBeforeStart",
            "HasAttachments",
            "LastModifiedTime",
            "TextBody",
            "UID",
            "RecurrenceId",
            "DateTimeStamp",
            "Start",
            "End",
            "IsAllDayEvent",
            "LegacyFreeBusyStatus",
            "Location",
            "IsMeeting",
            "IsCancelled",
            "CalendarItemType",
            "MyResponseType",
            "Organizer",
            "RequiredAttendees",
            "OptionalAttendees",
            "Resources",
            "AppointmentSequenceNumber",
            "Recurrence",
            "ModifiedOccurrences",
            "DeletedOccurrences",
            "StartTimeZone",
            "EndTimeZone");

    private final String id = "AAMk" + UUID.randomUUID();
    private final TreeMap<Integer, String> parts = new TreeMap<>();
    private int changes;

    /** A single appointment. */
    public static SimItem named(String subject, String start, String end) {
        return new SimItem()
                .with("Subject", subject)
                .with(
                        "UID",
                        "040000008200E00074C5B7101A82E008"
                                + UUID.randomUUID().toString().replace("-", ""))
                .with("Start", start)
                .with("End", end)
                .with("IsAllDayEvent", "false")
                .with("CalendarItemType", "Single")
                .with("LastModifiedTime", "2026-11-01T08:00:00Z")
                .zone("Russian Standard Time");
    }

    /** @param content XML of what stands within the element, or an escaped text */
    public SimItem with(String element, String content) {
        return put(element, "<t:" + element + ">" + content + "</t:" + element + ">");
    }

    /** Its text without colours. */
    public SimItem saying(String text) {
        return put("TextBody", "<t:TextBody BodyType=\"Text\">" + text + "</t:TextBody>");
    }

    /** Both zones, by their Windows name. */
    public SimItem zone(String id) {
        return put("StartTimeZone", "<t:StartTimeZone Id=\"" + id + "\"/>")
                .put("EndTimeZone", "<t:EndTimeZone Id=\"" + id + "\"/>");
    }

    /** Both zones, as XML with a placeholder for the name of the element. */
    public SimItem zoneXml(String xml) {
        return put("StartTimeZone", xml.formatted("StartTimeZone", "StartTimeZone"))
                .put("EndTimeZone", xml.formatted("EndTimeZone", "EndTimeZone"));
    }

    private SimItem put(String element, String xml) {
        int place = ORDER.indexOf(element);
        if (place < 0) throw new IllegalArgumentException("no place for " + element);
        parts.put(place, xml);
        changes++;
        return this;
    }

    public String id() {
        return id;
    }

    String idXml() {
        return "<t:ItemId Id=\"" + id + "\" ChangeKey=\"" + changes + "\"/>";
    }

    String xml() {
        return "<t:CalendarItem>" + idXml() + String.join("", parts.values()) + "</t:CalendarItem>";
    }
}
