package org.kalends.exchange.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.identity.CalendarAddress;

class ItemReaderTest {

    private final ItemReader reader =
            new ItemReader(new CalendarAddress("anna@kalends.test"), ZoneId.of("Europe/Moscow"));

    private static Element item(Element... parts) {
        var all = new ArrayList<>(
                List.of(Element.of("t:ItemId").with("Id", "A").with("ChangeKey", "1"), Element.text("t:UID", "uid-1")));
        all.addAll(List.of(parts));
        return Element.of("t:CalendarItem", all);
    }

    private static Element[] hour(Element... more) {
        var all = new ArrayList<>(List.of(
                Element.text("t:Start", "2026-12-01T06:00:00Z"), Element.text("t:End", "2026-12-01T07:00:00Z")));
        all.addAll(List.of(more));
        return all.toArray(Element[]::new);
    }

    private static Element zone(String id) {
        return Element.of("t:StartTimeZone").with("Id", id);
    }

    private static Element mailbox(String name, String address) {
        return Element.of("t:Mailbox", Element.text("t:Name", name), Element.text("t:EmailAddress", address));
    }

    private static Element attendee(String address, String answer) {
        return Element.of("t:Attendee", mailbox(address, address), Element.text("t:ResponseType", answer));
    }

    private String text(Element item) {
        return ItemSeries.text(reader.read(item), List.of());
    }

    @Test
    void aDayOfAZoneFarFromUtcIsThatDay() {
        var item = item(
                Element.text("t:Start", "2026-12-01T21:00:00Z"),
                Element.text("t:End", "2026-12-03T21:00:00Z"),
                Element.text("t:IsAllDayEvent", "true"),
                zone("Russian Standard Time"));
        assertThat(text(item)).contains("DTSTART;VALUE=DATE:20261202\r\n", "DTEND;VALUE=DATE:20261204\r\n");
    }

    @Test
    void anItemHasTheTimeOfItsZone() {
        assertThat(text(item(hour(zone("W. Europe Standard Time")))))
                .contains("DTSTART;TZID=Europe/Berlin:20261201T070000\r\n");
    }

    @Test
    void aSeriesLosesItsDeletedInstancesAndShowsTheChangedOnes() {
        var master = item(hour(
                Element.text("t:Subject", "Daily"),
                Element.text("t:IsAllDayEvent", "false"),
                Element.of(
                        "t:Recurrence",
                        Element.of("t:DailyRecurrence", Element.text("t:Interval", "1")),
                        Element.of("t:NumberedRecurrence", Element.text("t:NumberOfOccurrences", "5"))),
                Element.of(
                        "t:ModifiedOccurrences",
                        Element.of(
                                "t:Occurrence",
                                Element.of("t:ItemId").with("Id", "B").with("ChangeKey", "7"),
                                Element.text("t:OriginalStart", "2026-12-02T06:00:00Z"))),
                Element.of(
                        "t:DeletedOccurrences",
                        Element.of("t:DeletedOccurrence", Element.text("t:Start", "2026-12-03T06:00:00Z")))));
        var changed = Element.of(
                "t:CalendarItem",
                Element.of("t:ItemId").with("Id", "B").with("ChangeKey", "7"),
                Element.text("t:UID", "uid-1"),
                Element.text("t:Subject", "Later"),
                Element.text("t:Start", "2026-12-02T10:00:00Z"),
                Element.text("t:End", "2026-12-02T11:00:00Z"));
        var series = reader.read(master);
        assertThat(series.changed()).containsEntry("B", Instant.parse("2026-12-02T06:00:00Z"));
        assertThat(ItemSeries.text(series, List.of(reader.read(changed))))
                .contains(
                        "RRULE:FREQ=DAILY;COUNT=5\r\n",
                        "EXDATE;TZID=Europe/Moscow:20261203T090000\r\n",
                        "RECURRENCE-ID;TZID=Europe/Moscow:20261202T090000\r\n",
                        "SUMMARY:Later\r\n",
                        "DTSTART;TZID=Europe/Moscow:20261202T130000\r\n");
    }

    @Test
    void whoTakesPartIsToldWithHisAnswerAndOnesOwnIsThatOfTheMailbox() {
        var item = item(hour(
                Element.text("t:IsMeeting", "true"),
                Element.text("t:MyResponseType", "Tentative"),
                Element.of("t:Organizer", mailbox("Boris", "boris@kalends.test")),
                Element.of(
                        "t:RequiredAttendees",
                        attendee("anna@kalends.test", "Unknown"),
                        attendee("clara@kalends.test", "Accept"),
                        attendee("/O=OLD/CN=GONE", "Unknown")),
                Element.of("t:OptionalAttendees", attendee("eva@kalends.test", "Decline")),
                Element.of("t:Resources", attendee("room@kalends.test", "NoResponseReceived"))));
        var read = reader.read(item);
        assertThat(read.component().attendees())
                .extracting(one -> one.address().value() + " " + one.role() + " " + one.kind() + " " + one.status())
                .containsExactly(
                        "anna@kalends.test REQUIRED INDIVIDUAL TENTATIVE",
                        "clara@kalends.test REQUIRED INDIVIDUAL ACCEPTED",
                        "eva@kalends.test OPTIONAL INDIVIDUAL DECLINED",
                        "room@kalends.test REQUIRED ROOM NEEDS_ACTION");
        assertThat(read.losses()).containsExactly("'/O=OLD/CN=GONE' has no mail address in Exchange and is left out");
        assertThat(read.component().attendees().get(0).status()).isEqualTo(ParticipationStatus.TENTATIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "Sensitivity, Private, CLASS:PRIVATE",
        "Sensitivity, Personal, CLASS:PRIVATE",
        "Sensitivity, Personal, X-KALENDS-SENSITIVITY:PERSONAL",
        "Sensitivity, Confidential, CLASS:CONFIDENTIAL",
        "Importance, High, PRIORITY:1",
        "Importance, Low, PRIORITY:9",
        "LegacyFreeBusyStatus, Free, TRANSP:TRANSPARENT",
        "LegacyFreeBusyStatus, WorkingElsewhere, X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",
        "LegacyFreeBusyStatus, Tentative, X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
        "LegacyFreeBusyStatus, OOF, X-MICROSOFT-CDO-BUSYSTATUS:OOF",
        "IsCancelled, true, STATUS:CANCELLED",
        "Location, Room 5, LOCATION:Room 5",
        "TextBody, Bring it, DESCRIPTION:Bring it",
        "AppointmentSequenceNumber, 4, SEQUENCE:4"
    })
    void eachPropertyHasItsLine(String element, String value, String line) {
        assertThat(text(item(hour(Element.text("t:" + element, value))))).contains(line + "\r\n");
    }

    @Test
    void aReminderIsAnAlarmSoLongBefore() {
        assertThat(text(item(hour(
                        Element.text("t:ReminderIsSet", "true"), Element.text("t:ReminderMinutesBeforeStart", "45")))))
                .contains("TRIGGER:-PT45M\r\n");
    }

    @Test
    void anItemWithoutUidHasTheSameOneAtEachLook() {
        var bare = Element.of(
                "t:CalendarItem",
                List.of(
                        Element.of("t:ItemId").with("Id", "X"),
                        Element.text("t:UID", ""),
                        Element.text("t:Start", "2026-12-01T06:00:00Z"),
                        Element.text("t:End", "2026-12-01T07:00:00Z")));
        assertThat(reader.read(bare).uid()).isEqualTo(reader.read(bare).uid());
    }

    @ParameterizedTest
    @CsvSource({"yesterday, 2026-12-01T07:00:00Z", "2026-12-01T08:00:00Z, 2026-12-01T07:00:00Z"})
    void aTimeThatMakesNoSenseIsRefused(String start, String end) {
        var item = item(Element.text("t:Start", start), Element.text("t:End", end));
        assertThatThrownBy(() -> reader.read(item))
                .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }

    private static Element body(String html) {
        return new Element("t:Body", Map.of("BodyType", "HTML"), html, List.of());
    }

    private String looks(String html) {
        var text = text(item(hour(Element.text("t:TextBody", "Plain"), body(html))))
                .replace("\r\n ", "");
        return text.lines()
                .filter(line -> line.startsWith("X-ALT-DESC"))
                .findFirst()
                .orElse("");
    }

    @Test
    void wordsWithLooksStandBesideThePlainOnes() {
        assertThat(looks("<html><head><style>p{color:red}</style></head><body><p>See <b>this</b>, <a"
                        + " href=\"https://example.com/a?b=1&amp;c=2\">there</a></p></body></html>"))
                .isEqualTo("X-ALT-DESC;FMTTYPE=text/html:<p>See <b>this</b>\\, <a"
                        + " href=\"https://example.com/a?b=1&amp\\;c=2\">there</a></p>");
        assertThat(text(item(hour(Element.text("t:TextBody", "Plain"), body("<b>x</b>")))))
                .contains("DESCRIPTION:Plain\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b onclick=\"alert(1)\">x</b><script>alert(1)</script>",
                "<b>x</b><img src=\"https://tracker.example/1.gif\">",
                "<b>x</b><iframe src=\"https://example.com\"></iframe><svg><script>alert(1)</script></svg>",
                "<b>x</b><style>@import url(https://example.com)</style><form action=\"https://e.com\"></form>",
            })
    void whatCouldHurtIsLeftOut(String html) {
        assertThat(looks(html)).isEqualTo("X-ALT-DESC;FMTTYPE=text/html:<b>x</b>");
    }

    @Test
    void linksThatRunSomethingAreNoLinks() {
        assertThat(looks("<a href=\"javascript:alert(1)\">x</a>")).isEqualTo("X-ALT-DESC;FMTTYPE=text/html:<a>x</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><head><meta name=\"Generator\" content=\"Microsoft Exchange Server\"></head>"
                        + "<body><div><p>Plain<br></p></div></body></html>"
            })
    void plainWordsHaveNoLooks(String html) {
        assertThat(looks(html)).isEmpty();
    }
}
