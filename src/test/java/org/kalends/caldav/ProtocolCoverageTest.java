package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kalends.event.resource.ObjectRefused;

/** That each property, report and precondition that the server writes is named by a test over HTTP. */
class ProtocolCoverageTest {

    private static final Path SOURCES = Path.of("../../caldav-war/src/main/java/org/kalends/caldav");
    private static final Map<String, String> PREFIXES =
            Map.of("dav", "D:", "caldav", "C:", "calendarServer", "CS:", "apple", "A:");
    private static final String NAME = "(?:Names\\.)?(dav|caldav|calendarServer|apple)\\(\\s*\"([\\w-]+)\"\\)";

    private static Set<String> named(String folder, String before) {
        var pattern = Pattern.compile(before + NAME);
        return texts(SOURCES.resolve(folder), ".java")
                .flatMap(text -> pattern.matcher(text).results())
                .map(found -> PREFIXES.get(found.group(1)) + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> texts(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .map(ProtocolCoverageTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything with a prefix in the tests that speak with a server. */
    private static Set<String> tested() {
        var qualified = Pattern.compile("(?<![\\w])(?:D|C|CS|A):[\\w-]+");
        return texts(Path.of("java"), "IT.java")
                .flatMap(text -> qualified.matcher(text).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    @Test
    void noPropertyIsWithoutATest() {
        var properties = named("property", "super\\(\\s*");
        assertThat(properties).hasSizeGreaterThan(45);
        assertThat(tested()).containsAll(properties);
    }

    @Test
    void noReportIsWithoutATest() {
        var reports = named("report", "QName name\\(\\) \\{\\s*return ");
        assertThat(reports).hasSizeGreaterThan(7);
        assertThat(tested()).containsAll(reports);
    }

    @Test
    void noPreconditionIsWithoutATest() {
        var preconditions = named("", "precondition\\(\\s*\\d{3},\\s*");
        texts(SOURCES.resolve("method"), "AccessEntries.java")
                .flatMap(text ->
                        Pattern.compile("refused\\(\"([a-z-]+)\"").matcher(text).results())
                .forEach(found -> preconditions.add("D:" + found.group(1)));
        for (var reason : ObjectRefused.Reason.values()) {
            preconditions.add("C:" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        assertThat(preconditions).contains("D:limited-number-of-aces").hasSizeGreaterThan(35);
        assertThat(tested()).containsAll(preconditions);
    }
}
