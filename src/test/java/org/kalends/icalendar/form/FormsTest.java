package org.kalends.icalendar.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;
import org.kalends.icalendar.text.Texts;

/** What goes to jCal or xCal and back says the same. */
class FormsTest {

    private static final String WHOLE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Client//Test//EN
            BEGIN:VTIMEZONE
            TZID:Europe/Berlin
            BEGIN:STANDARD
            DTSTART:20261025T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:a@client
            DTSTAMP:20261124T120000Z
            DTSTART;TZID=Europe/Berlin:20270301T100000
            DURATION:PT1H
            RRULE:FREQ=WEEKLY;UNTIL=20270401T080000Z;BYDAY=MO,TU;INTERVAL=2;WKST=SU
            EXDATE;TZID=Europe/Berlin:20270308T100000,20270309T100000
            RDATE;VALUE=PERIOD:20270315T080000Z/PT2H,20270316T080000Z/20270316T090000Z
            SUMMARY;LANGUAGE=de:Eins\\, zwei\\; drei\\nvier \\\\ "fünf" <6> & 7
            CATEGORIES:WORK,A\\,B
            GEO:55.7558;37.6173
            PRIORITY:5
            SEQUENCE:0
            REQUEST-STATUS:3.1;Invalid property value\\; really;DTSTART:96-Apr-01
            ATTACH;ENCODING=BASE64;VALUE=BINARY:AAECAw==
            ATTENDEE;CN="Doe, Jane";RSVP=TRUE;MEMBER="mailto:a@x.test","mailto:b@x.test":mailto:jane@x.test
            X-NOTE;X-P=1:raw\\, as it stands
            X-DAY;VALUE=DATE:20270301
            X-OWN;VALUE=X-KIND:whatever
            X-FLAG;VALUE=BOOLEAN:TRUE
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER;VALUE=DATE-TIME:20270301T080000Z
            DESCRIPTION:x
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """
                    .replace("\n", "\r\n");

    private static Block throughJson(Block block) {
        return JsonForm.read(JsonForm.write(block));
    }

    private static Block throughXml(Block block) {
        return XmlReader.read(XmlForm.write(block).getBytes(StandardCharsets.UTF_8));
    }

    /** All lines in their order, components by their frames; parameters in any order. */
    private static List<String> said(Block block) {
        return Stream.concat(
                        Stream.of("BEGIN:" + block.name()),
                        Stream.concat(
                                block.items().stream().flatMap(FormsTest::said), Stream.of("END:" + block.name())))
                .toList();
    }

    private static Stream<String> said(Item item) {
        if (item instanceof Block block) return said(block).stream();
        var line = (ContentLine) item;
        var params = line.params().stream().map(Param::text).sorted().toList();
        return Stream.of(line.name() + params + ":" + line.value());
    }

    @Test
    void aWholeObjectComesBackFromJson() {
        var block = ContentReader.calendar(WHOLE);
        assertThat(said(throughJson(block))).containsExactlyElementsOf(said(block));
    }

    @Test
    void aWholeObjectComesBackFromXml() {
        var block = ContentReader.calendar(WHOLE);
        assertThat(said(throughXml(block))).containsExactlyElementsOf(said(block));
    }

    @Test
    void jsonIsAsTheRfcHasIt() {
        var json = new String(JsonForm.write(ContentReader.calendar(WHOLE)), StandardCharsets.UTF_8);
        assertThat(json)
                .startsWith("[\"vcalendar\",[[\"version\",{},\"text\",\"2.0\"],")
                .contains("[\"dtstart\",{\"tzid\":\"Europe/Berlin\"},\"date-time\",\"2027-03-01T10:00:00\"]")
                .contains("\"recur\",{\"freq\":\"WEEKLY\",\"until\":\"2027-04-01T08:00:00Z\",\"byday\":[\"MO\",\"TU\"],"
                        + "\"interval\":2,\"wkst\":\"SU\"}]")
                .contains("[\"geo\",{},\"float\",[55.7558,37.6173]]")
                .contains("[\"rdate\",{},\"period\",[\"2027-03-15T08:00:00Z\",\"PT2H\"],")
                .contains("[\"categories\",{},\"text\",\"WORK\",\"A,B\"]")
                .contains("[\"priority\",{},\"integer\",5]")
                .contains("[\"x-note\",{\"x-p\":\"1\"},\"unknown\",\"raw\\\\, as it stands\"]")
                .contains("[\"tzoffsetto\",{},\"utc-offset\",\"+01:00\"]");
    }

    @Test
    void xmlIsAsTheRfcHasIt() {
        assertThat(XmlForm.write(ContentReader.calendar(WHOLE)))
                .contains("<icalendar xmlns=\"urn:ietf:params:xml:ns:icalendar-2.0\"><vcalendar><properties><version>"
                        + "<text>2.0</text></version>")
                .contains("<dtstart><parameters><tzid><text>Europe/Berlin</text></tzid></parameters>"
                        + "<date-time>2027-03-01T10:00:00</date-time></dtstart>")
                .contains("<geo><latitude>55.7558</latitude><longitude>37.6173</longitude></geo>")
                .contains("<recur><freq>WEEKLY</freq><until>2027-04-01T08:00:00Z</until><byday>MO</byday>"
                        + "<byday>TU</byday><interval>2</interval><wkst>SU</wkst></recur>")
                .contains("<period><start>2027-03-15T08:00:00Z</start><duration>PT2H</duration></period>")
                .contains(
                        "<member><cal-address>mailto:a@x.test</cal-address><cal-address>mailto:b@x.test</cal-address>");
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("abc XYZ ,;:\\\"'^=<>&\n/-+äЖ日")
                .withChars(Character.toChars(0x1F600)[0])
                .ofMaxLength(60)
                .map(Texts::printable);
    }

    @Provide
    Arbitrary<ContentLine> line() {
        var names = Arbitraries.of("SUMMARY", "X-THING", "DESCRIPTION", "URL", "DTSTART", "RRULE", "GEO", "PRIORITY");
        return Combinators.combine(names, text(), text())
                .as((name, value, parameter) -> ContentLine.of(
                        name,
                        asWritten(name, Texts.escape(value)),
                        parameter.isEmpty() ? new Param[0] : new Param[] {Param.of("X-PARAM", parameter)}));
    }

    /**
     * Rule parts are called the same in capitals (RFC 5545, 2), and both forms have one way to write them; what stands
     * behind the last semicolon, if it is nothing, is no part.
     */
    private static String asWritten(String name, String value) {
        return name.equals("RRULE") ? value.toUpperCase(Locale.ROOT).replaceAll(";+$", "") : value;
    }

    @Test
    void aRuleThatEndsWithASemicolonIsARuleAllTheSame() {
        var block = Block.of("VCALENDAR", List.of(ContentLine.of("RRULE", "FREQ=DAILY;COUNT=2;")));
        var meant = Block.of("VCALENDAR", List.of(ContentLine.of("RRULE", "FREQ=DAILY;COUNT=2")));
        assertThat(said(throughJson(block))).isEqualTo(said(meant));
        assertThat(said(throughXml(block))).isEqualTo(said(meant));
    }

    @Property(tries = 300)
    void whateverALineSaysItSaysAfterwards(@ForAll("line") ContentLine line) {
        var block = Block.of("VCALENDAR", List.of(line));
        assertThat(said(throughJson(block))).isEqualTo(said(block));
        assertThat(said(throughXml(block))).isEqualTo(said(block));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "[\"vcalendar\",[],[]] x",
                "[\"vcalendar\",[[\"summary\",{},\"text\"]],[]]",
                "[\"vcalendar\",[[\"sum mary\",{},\"text\",\"x\"]],[]]",
                "[\"vcalendar\",[[\"rrule\",{},\"recur\",\"x\"]],[]]",
                "[\"vcalendar\",[[\"summary\",{},\"text\",null]],[]]",
                "[1,[],[]]"
            })
    void whatIsNoJcalIsRefused(String json) {
        assertThatThrownBy(() -> JsonForm.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidCalendarData.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "<a/>",
                "<icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'>"
                        + "<vcalendar><properties><summary><text>&e;</text></summary></properties></vcalendar></icalendar>",
                "<icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'><vcalendar><properties><summary/></properties>"
                        + "</vcalendar></icalendar>"
            })
    void whatIsNoXcalIsRefused(String xml) {
        assertThatThrownBy(() -> XmlReader.read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidCalendarData.class);
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        var deep = "[\"a\",[],[".repeat(50) + "]]".repeat(50);
        assertThatThrownBy(() -> JsonForm.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidCalendarData.class);
    }
}
