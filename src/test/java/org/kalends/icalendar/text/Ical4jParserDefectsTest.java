package org.kalends.icalendar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.FoldingWriter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.InvalidCalendarData;

/**
 * What ical4j 4.4.0 does alone, and what comes of it behind {@link MaskedLines}. A test that fails after a new version
 * says that its mask may go.
 */
class Ical4jParserDefectsTest {

    @Test
    void losesValuesOfAListThatMixesBareAndQuotedOnes() {
        assertThat(alone("X;A=a,\"b\":v")).isEqualTo("X;A=a,\":v|");
        assertThat(alone("X;A=\"a\",\"b\":v")).isEqualTo("X;A=\"a\":\"b\":v|");
        assertThat(line("X;A=a,\"b\":v").params()).containsExactly(new Param("A", List.of("a", "b")));
    }

    @Test
    void takesBackslashesBetweenQuotationMarksForEscapesOfJava() {
        assertThat(alone("X;CN=\"C:\\temp\":v")).isEqualTo("X;CN=\"C:\temp\":v|");
        assertThat(line("X;CN=\"C:\\temp\":v").paramValue("CN")).isEqualTo("C:\\temp");
    }

    @Test
    void readsOnInTheNextLineWhereAColonIsMissing() {
        assertThat(alone("SUMMARY\r\nUID:1")).isEqualTo("SUMMARY:UID:1|");
        assertThatThrownBy(() -> line("SUMMARY\r\nUID:1"))
                .isInstanceOf(InvalidCalendarData.class)
                .hasMessage("line 2: a colon is missing");
    }

    @Test
    void takesAnEqualsSignForTheEndOfANameOrAParameter() {
        assertThat(alone("SUM=MARY:x")).isEqualTo("SUM:MARY:x|");
        assertThat(alone("X;A==b:v")).isEqualTo("X;A=:b:v|");
        assertThatThrownBy(() -> line("SUM=MARY:x")).isInstanceOf(InvalidCalendarData.class);
        assertThat(line("X;A==b:v").paramValue("A")).isEqualTo("=b");
    }

    @Test
    void swallowsTheRestOfTheTextAfterAQuotationMarkWithinABareValue() {
        assertThat(alone("X;A=5\" pipe:v")).contains("END:VCALENDAR").endsWith("!");
        assertThat(line("X;A=5\" pipe:v").paramValue("A")).isEqualTo("5\" pipe");
    }

    @Test
    void readsBeginAndEndInUpperCaseOnlyAndAnyWordBeforeThem() throws Exception {
        assertThat(alone("begin:vevent\r\nend:vevent")).isEqualTo("begin:vevent|end:vevent|");
        assertThat(told("XBEGIN:VCALENDAR\r\nA:1\r\nEND:VCALENDAR\r\n")).isEqualTo("A:1|");
        assertThat(ContentReader.calendar("begin:vcalendar\nbegin:vevent\nend:vevent\nend:vcalendar")
                        .blocks("VEVENT"))
                .hasSize(1);
        assertThatThrownBy(() -> ContentReader.calendar("XBEGIN:VCALENDAR\r\nA:1\r\nEND:VCALENDAR\r\n"))
                .isInstanceOf(InvalidCalendarData.class);
    }

    @Test
    void endsALineAtACarriageReturn() {
        assertThat(alone("X:a\rb")).startsWith("X:a|");
        assertThat(line("X:a\rb").value()).isEqualTo("a b");
    }

    @Test
    void fallsWhenComponentsAreNestedTooDeep() {
        var deep = "BEGIN:VCALENDAR\r\n" + "BEGIN:X\r\n".repeat(100_000);
        assertThatThrownBy(() -> told(deep)).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> ContentReader.calendar(deep))
                .isInstanceOf(InvalidCalendarData.class)
                .hasMessageContaining("nested too deep");
    }

    @Test
    void foldsByCharactersWhereTheRfcCountsOctets() throws IOException {
        var text = new StringWriter();
        try (var folding = new FoldingWriter(text)) {
            folding.write("SUMMARY:" + "я".repeat(100));
        }
        var first = text.toString().lines().findFirst().orElseThrow();
        assertThat(first.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(75);
        assertThat(ContentLine.of("SUMMARY", "я".repeat(100)).raw().lines())
                .allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    private static ContentLine line(String text) {
        return ContentReader.line(text);
    }

    private static String alone(String lines) {
        try {
            return told("BEGIN:VCALENDAR\r\n" + lines + "\r\nEND:VCALENDAR\r\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the parser tells, as text; "!" where it gave up. */
    private static String told(String text) throws IOException {
        var told = new StringBuilder();
        try {
            new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(text)), new Told(told));
        } catch (ParserException e) {
            told.append('!');
        }
        return told.toString();
    }

    private record Told(StringBuilder text) implements ContentHandler {
        @Override
        public void startCalendar() {}

        @Override
        public void endCalendar() {}

        @Override
        public void startComponent(String name) {}

        @Override
        public void endComponent(String name) {}

        @Override
        public void startProperty(String name) {
            text.append(name);
        }

        @Override
        public void propertyValue(String value) {
            text.append(':').append(value);
        }

        @Override
        public void endProperty(String name) {
            text.append('|');
        }

        @Override
        public void parameter(String name, String value) {
            text.append(';').append(name).append('=').append(value);
        }
    }
}
