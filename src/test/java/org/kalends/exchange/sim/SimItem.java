package org.kalends.exchange.sim;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.w3c.dom.Element;

/** An item of a calendar: what stands in it is XML, in whatever order it was said. */
public final class SimItem {

    /** As the schema wants it. */
    private static final List<String> ORDER = List.of(
            "Subject",
            "Sensitivity",
            "Body",
            "Attachments",
            "Categories",
            "Importance",
            "DateTimeCreated",
            "ReminderIsSet",
            "ReminderMinutesBeforeStart",
            "ExtendedProperty",
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
    private final Map<Integer, String> parts = new ConcurrentSkipListMap<>();
    private final List<SimFile> files = new CopyOnWriteArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();

    /** A single appointment. */
    public static SimItem named(String subject, String start, String end) {
        return new SimItem()
                .with("Subject", subject)
                .with(
                        "UID",
                        "040000008200E00074C5B7101A82E00800000000"
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

    /** With looks: HTML, as a text of XML. */
    public SimItem looking(String html) {
        return put("Body", "<t:Body BodyType=\"HTML\">" + html + "</t:Body>");
    }

    public SimItem attached(String name, byte[] octets) {
        return attached(SimFile.of("FileAttachment", name, octets));
    }

    /** Another item, as MIME. */
    public SimItem attachedItem(String title, byte[] octets) {
        return attached(SimFile.of("ItemAttachment", title, octets));
    }

    SimItem attached(SimFile file) {
        files.add(file);
        return with("Attachments", files.stream().map(SimFile::named).collect(joining()));
    }

    /** Names of what hangs on it. */
    public List<String> attachments() {
        return files.stream().map(SimFile::name).toList();
    }

    /** What that file says. */
    public String attached(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new String(file.octets(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    SimItem detached(SimFile file) {
        files.remove(file);
        return files.isEmpty()
                ? without("Attachments")
                : with("Attachments", files.stream().map(SimFile::named).collect(joining()));
    }

    /** Nothing hangs on it any more. */
    public SimItem bare() {
        files.clear();
        return without("Attachments");
    }

    List<SimFile> files() {
        return files;
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

    /** The name that Windows has for its zone; empty where it is told otherwise. */
    String zoneId() {
        var zone = parts.getOrDefault(ORDER.indexOf("StartTimeZone"), "");
        return zone.contains("Id=\"") ? zone.replaceFirst("(?s)^[^>]*Id=\"([^\"]*)\".*", "$1") : "";
    }

    /** As a request says it; Exchange makes a plain text of what it is told as one. */
    SimItem take(Element part) {
        var name = part.getLocalName();
        if (name.equals("Body")) saying(escaped(part.getTextContent()));
        if (name.equals("Recurrence")) with("CalendarItemType", "RecurringMaster");
        if (name.equals("Recurrence") || name.equals("Start"))
            without("ModifiedOccurrences").without("DeletedOccurrences");
        return put(name, EwsSchema.text(part));
    }

    /** What a request takes out. */
    SimItem without(String element) {
        int place = ORDER.indexOf(element);
        if (place < 0) throw new IllegalArgumentException("no place for " + element);
        if (parts.remove(place) != null) changes.incrementAndGet();
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** What Exchange adds by itself: of what has guests the mailbox is the organizer. */
    SimItem completed(String mailbox) {
        put(
                "LastModifiedTime",
                "<t:LastModifiedTime>" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "</t:LastModifiedTime>");
        boolean meeting = has("RequiredAttendees") || has("OptionalAttendees") || has("Resources");
        if (!meeting) return without("Organizer").with("IsMeeting", "false");
        return with("IsMeeting", "true")
                .with("MyResponseType", "Organizer")
                .with(
                        "Organizer",
                        "<t:Mailbox><t:Name>" + mailbox + "</t:Name><t:EmailAddress>" + mailbox
                                + "</t:EmailAddress></t:Mailbox>");
    }

    private boolean has(String element) {
        return parts.containsKey(ORDER.indexOf(element));
    }

    /** What stands within the element, as XML; empty where there is none. */
    public String content(String element) {
        return parts.getOrDefault(ORDER.indexOf(element), "")
                .replaceFirst("^<[^>]*>", "")
                .replaceFirst("</[^>]*>$", "");
    }

    /** Somebody asks the mailbox to come, and it has not answered. */
    public SimItem asking(String guest, String organizer) {
        return with("IsMeeting", "true")
                .with("MyResponseType", "NoResponseReceived")
                .with("Organizer", person(organizer))
                .with("RequiredAttendees", "<t:Attendee>" + person(guest) + "</t:Attendee>");
    }

    private static String person(String address) {
        return "<t:Mailbox><t:Name>Name</t:Name><t:EmailAddress>" + address + "</t:EmailAddress></t:Mailbox>";
    }

    /** The same files under other ids. */
    SimItem attachedAs(SimItem other) {
        other.files.forEach(file -> attached(file.copied()));
        return this;
    }

    /** The same under another id, as after a move to another folder and back. */
    public SimItem moved() {
        var other = new SimItem();
        other.parts.putAll(parts);
        other.changes.set(1);
        return other;
    }

    /** With another change key. */
    SimItem touched() {
        changes.incrementAndGet();
        return this;
    }

    boolean is(String changeKey) {
        return changeKey.equals(changes.toString());
    }

    private SimItem put(String element, String xml) {
        int place = ORDER.indexOf(element);
        if (place < 0) throw new IllegalArgumentException("no place for " + element);
        parts.put(place, xml);
        changes.incrementAndGet();
        return this;
    }

    public String id() {
        return id;
    }

    String changeKey() {
        return changes.toString();
    }

    String idXml() {
        return "<t:ItemId Id=\"" + id + "\" ChangeKey=\"" + changes + "\"/>";
    }

    String xml() {
        return "<t:CalendarItem>" + idXml() + String.join("", parts.values()) + "</t:CalendarItem>";
    }
}
