package org.kalends.exchange.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.item.form.FormWriter;
import org.kalends.exchange.item.form.SeriesForm;
import org.kalends.exchange.item.form.ToldEvent;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.identity.CalendarAddress;

/** X10: each row of the tables, from Exchange to iCalendar and back; recurrences are in {@link PatternWriterTest}. */
class MappingTablesTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final ItemReader reader = new ItemReader(new CalendarAddress("anna@kalends.test"), MOSCOW);

    private static Element item(Element... parts) {
        var all = new ArrayList<>(List.of(
                Element.of("t:ItemId").with("Id", "A").with("ChangeKey", "1"),
                Element.text("t:UID", "uid-1"),
                Element.text("t:Start", "2026-12-01T06:00:00Z"),
                Element.text("t:End", "2026-12-01T07:00:00Z")));
        all.addAll(List.of(parts));
        return Element.of("t:CalendarItem", all);
    }

    private String there(Element item) {
        return ItemSeries.text(reader.read(item), List.of());
    }

    private static List<Element> back(String ical) {
        var told = ToldEvent.of(ICalendar.parse(ical), ical);
        return SeriesForm.whole(told, new FormWriter(MOSCOW)).item().values();
    }

    private static String back(String ical, String element) {
        return back(ical).stream()
                .filter(one -> one.name().equals(element))
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "Sensitivity, Normal, ''",
        "Sensitivity, Private, CLASS:PRIVATE",
        "Sensitivity, Personal, X-KALENDS-SENSITIVITY:PERSONAL",
        "Sensitivity, Confidential, CLASS:CONFIDENTIAL",
        "LegacyFreeBusyStatus, Busy, ''",
        "LegacyFreeBusyStatus, Free, TRANSP:TRANSPARENT",
        "LegacyFreeBusyStatus, Tentative, X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
        "LegacyFreeBusyStatus, OOF, X-MICROSOFT-CDO-BUSYSTATUS:OOF",
        "LegacyFreeBusyStatus, WorkingElsewhere, X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",
        "Importance, Low, PRIORITY:9",
        "Importance, Normal, ''",
        "Importance, High, PRIORITY:1",
        "Subject, 'Обед, большой; \"да\"', 'SUMMARY:Обед\\, большой\\; \"да\"'",
        "Location, Neva, LOCATION:Neva",
    })
    void x10AWordIsTheSameThereAndBack(String property, String word, String line) {
        var ical = there(item(Element.text("t:" + property, word)));
        if (!line.isEmpty()) assertThat(ical).contains("\r\n" + line + "\r\n");
        assertThat(back(ical, "t:" + property)).isEqualTo(word);
    }

    @Test
    void x10CategoriesAreTheSameThereAndBack() {
        var categories =
                Element.of("t:Categories", Element.text("t:String", "Red, dark"), Element.text("t:String", "Team"));
        var ical = there(item(categories));
        assertThat(ical).contains("CATEGORIES:Red\\, dark,Team\r\n");
        assertThat(back(ical)).contains(categories);
    }

    @Test
    void x10AReminderIsTheSameThereAndBack() {
        var ical = there(
                item(Element.text("t:ReminderIsSet", "true"), Element.text("t:ReminderMinutesBeforeStart", "45")));
        assertThat(ical).contains("TRIGGER:-PT45M\r\n");
        assertThat(back(ical, "t:ReminderIsSet")).isEqualTo("true");
        assertThat(back(ical, "t:ReminderMinutesBeforeStart")).isEqualTo("45");
        assertThat(back(there(item(Element.text("t:ReminderIsSet", "false"))), "t:ReminderIsSet"))
                .isEqualTo("false");
    }

    @Test
    void x10WordsWithLooksAreTheSameThereAndBackAndPlainOnesStayPlain() {
        var looks = new Element("t:Body", Map.of("BodyType", "HTML"), "<p>See <b>this</b></p>", List.of());
        var ical = there(item(Element.text("t:TextBody", "See this"), looks));
        assertThat(ical).contains("DESCRIPTION:See this\r\n");
        assertThat(back(ical)).contains(looks);
        var plain = there(item(Element.text("t:TextBody", "See this")));
        assertThat(back(plain)).contains(new Element("t:Body", Map.of("BodyType", "Text"), "See this", List.of()));
    }

    @Test
    void x10WholeDaysAndZonesAreTheSameThereAndBack() {
        var ical = there(item(
                Element.text("t:IsAllDayEvent", "true"),
                Element.of("t:StartTimeZone").with("Id", "Russian Standard Time")));
        assertThat(back(ical, "t:IsAllDayEvent")).isEqualTo("true");
        var berlin = there(item(Element.of("t:StartTimeZone").with("Id", "W. Europe Standard Time")));
        assertThat(berlin).contains("DTSTART;TZID=Europe/Berlin:20261201T070000\r\n");
        assertThat(back(berlin, "t:Start")).isEqualTo("2026-12-01T06:00:00Z");
        assertThat(back(berlin)).contains(Element.of("t:StartTimeZone").with("Id", "W. Europe Standard Time"));
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, ACCEPTED",
        "Tentative, TENTATIVE",
        "Decline, DECLINED",
        "NoResponseReceived, NEEDS-ACTION",
        "Unknown, NEEDS-ACTION"
    })
    void x10AnswersArePartsOfTheEvent(String response, String status) {
        var event =
                ICalendar.parse(there(meeting("t:RequiredAttendees", response))).lead();
        assertThat(event.attendees())
                .filteredOn(one -> one.address().value().startsWith("boris"))
                .extracting(one -> one.status().name().replace('_', '-'))
                .containsExactly(status);
    }

    @ParameterizedTest
    @CsvSource({"t:RequiredAttendees, ''", "t:OptionalAttendees, ROLE=OPT-PARTICIPANT", "t:Resources, CUTYPE="})
    void x10RolesAreTheSameThereAndBack(String list, String parameter) {
        var ical = there(meeting(list, "Accept"));
        assertThat(ical.replace("\r\n ", "")).contains(parameter);
        assertThat(back(ical).stream()
                        .filter(one -> one.name().equals(list))
                        .flatMap(one -> one.all("t:EmailAddress"))
                        .map(Element::text))
                .containsExactly("boris@kalends.test");
    }

    private static Element meeting(String list, String response) {
        return item(
                Element.text("t:IsMeeting", "true"),
                Element.of("t:Organizer", mailbox("anna@kalends.test")),
                Element.of(
                        list,
                        Element.of(
                                "t:Attendee",
                                mailbox("boris@kalends.test"),
                                Element.text("t:ResponseType", response))));
    }

    private static Element mailbox(String address) {
        return Element.of("t:Mailbox", Element.text("t:Name", "boris"), Element.text("t:EmailAddress", address));
    }
}
