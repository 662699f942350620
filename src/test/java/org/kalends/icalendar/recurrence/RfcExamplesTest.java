package org.kalends.icalendar.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Recurrence;
import org.kalends.icalendar.Times;

/** The examples of RFC 5545, 3.8.5.3. */
class RfcExamplesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static Stream<String> examples() throws IOException {
        try (var file = RfcExamplesTest.class.getResourceAsStream("/ics/rfc5545-3.8.5.3.txt")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(l -> !l.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void comeOutAsTheRfcListsThem(String line) {
        var parts = line.split("\\|");
        var start = new EventTime.Zoned(Times.parse(parts[0]).local(), NEW_YORK);
        var wanted = new ArrayList<>(List.of(parts[2].split(" ")));
        boolean open = wanted.remove("...");
        var expected = wanted.stream().map(RfcExamplesTest::local).toList();
        var recurrence = Recurrence.NONE.withRules(List.of(parts[1]));
        var found = Rules.first(start, recurrence, open ? expected.size() : expected.size() + 1);
        assertThat(found).extracting(EventTime::local).isEqualTo(expected);
    }

    private static LocalDateTime local(String shortened) {
        var time = shortened.contains("T") ? shortened : shortened + "T09";
        return Times.parse(time + "0".repeat("19970902T090000".length() - time.length()))
                .local();
    }
}
