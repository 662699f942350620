package org.kalends.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kalends.support.KalendsServer;
import org.kalends.web.openapi.ApiDocument.Operation;

class ApiDocumentIT {

    private final ApiDocument document = ApiDocument.of(KalendsServer.shared());

    @Test
    void holdsWhatTheContractPromisesAndNothingThatIsOnlyPromised() {
        var described = described();
        assertThat(described).containsAll(contract(false));
        assertThat(described).noneMatch(contract(true)::contains);
    }

    @Test
    void holdsEveryResourceOfTheCodeAndNoOther() {
        assertThat(described()).isEqualTo(coded());
    }

    @Test
    void everyOperationTellsItsAnswers() {
        for (var operation : document.operations()) {
            var responses = operation.node().get("responses");
            var statuses = new ArrayList<String>();
            responses.fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses)
                    .as(operation.toString())
                    .anyMatch(s -> s.startsWith("2"))
                    .contains("400", "401");
            assertThat(responses
                            .at("/400/content/application~1problem+json/schema/$ref")
                            .asText())
                    .isEqualTo("#/components/schemas/Problem");
            if (operation.path().contains("{")) assertThat(statuses).contains("404");
        }
    }

    @Test
    void everyPathParameterIsDescribedAndEveryNameIsUnique() {
        var names = new HashSet<String>();
        for (var operation : document.operations()) {
            assertThat(names.add(operation.node().get("operationId").asText()))
                    .as(operation.toString())
                    .isTrue();
            long braces = operation.path().chars().filter(c -> c == '{').count();
            assertThat(operation.parameters("path")).as(operation.toString()).hasSize((int) braces);
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (var reference : document.root().findValuesAsText("$ref")) {
            assertThat(document.root().at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void everyWayToBeKnownIsDescribed() {
        var schemes = document.root().at("/components/securitySchemes");
        assertThat(schemes.at("/token/scheme").asText()).isEqualTo("bearer");
        assertThat(schemes.at("/appPassword/scheme").asText()).isEqualTo("basic");
        assertThat(schemes.at("/cookie/name").asText()).isEqualTo("kalends_session");
    }

    private Set<String> described() {
        var all = new TreeSet<String>();
        for (Operation operation : document.operations()) all.add(operation.toString());
        return all;
    }

    private static List<String> contract(boolean onlyPromised) {
        try (var stream = ApiDocumentIT.class.getResourceAsStream("/api-contract.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.startsWith("-") == onlyPromised)
                    .map(line -> line.replaceFirst("^- ", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> coded() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.kalends.web");
        var all = new TreeSet<String>();
        for (var type : classes) {
            if (!type.isAnnotatedWith(Path.class)) continue;
            var base = "/" + type.getAnnotationOfType(Path.class).value();
            for (var method : type.getMethods()) {
                for (var verb : List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class)) {
                    if (!method.isAnnotatedWith(verb)) continue;
                    var below = method.isAnnotatedWith(Path.class)
                            ? "/" + method.getAnnotationOfType(Path.class).value()
                            : "";
                    all.add(verb.getSimpleName() + " " + (base + below).replace("//", "/"));
                }
            }
        }
        return all;
    }
}
