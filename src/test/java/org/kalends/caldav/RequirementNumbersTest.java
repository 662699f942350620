package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That each complaint of users of other servers has a test against the real server which carries its number. */
class RequirementNumbersTest {

    private static final Pattern NUMBERS = Pattern.compile("^(R\\d+(?:, R\\d+)*): ");

    /** Number to the tests that carry it. */
    private static Map<Integer, Set<String>> found() {
        var found = new TreeMap<Integer, Set<String>>();
        var tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.kalends");
        tests.stream()
                .filter(type -> type.getSimpleName().endsWith("IT"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(DisplayName.class))
                .forEach(method -> numbers(method).forEach(number -> found.computeIfAbsent(number, n -> new TreeSet<>())
                        .add(method.getOwner().getSimpleName() + "." + method.getName())));
        return found;
    }

    private static IntStream numbers(JavaMethod method) {
        var named =
                NUMBERS.matcher(method.getAnnotationOfType(DisplayName.class).value());
        return named.find()
                ? Pattern.compile(", ").splitAsStream(named.group(1)).mapToInt(r -> Integer.parseInt(r.substring(1)))
                : IntStream.empty();
    }

    @Test
    void noneIsMissing() {
        var found = found();
        assertThat(found.keySet())
                .as("tests by number: " + found)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
    }
}
