package org.kalends.web.fuzz;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kalends.web.openapi.ApiDocument;

/** Bodies and parameters as a well-meaning program sends them: by the schema of the document, and by names. */
final class Examples {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ASKED = List.of("boris@kalends.test", "guest@elsewhere.test");
    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            entry("address", List.of("guest@elsewhere.test", "other@elsewhere.test")),
            entry("before", List.of("PT15M", "P1D")),
            entry("calendarId", List.of("default")),
            entry("channel", List.of("mail", "messenger")),
            entry("color", List.of("#aa3300")),
            entry("duration", List.of("PT30M")),
            entry("expand", List.of("attendees")),
            entry("from", List.of("2028-03-01T00:00:00Z")),
            entry("instance", List.of("2028-03-07T07:00:00Z")),
            entry("language", List.of("ru", "en")),
            entry("limit", List.of("10")),
            entry("notify", List.of("none")),
            entry("password", List.of("correct horse battery")),
            entry("newPassword", List.of("correct horse battery")),
            entry("recurrence", List.of("RRULE:FREQ=WEEKLY;COUNT=3")),
            entry("role", List.of("user")),
            entry("scope", List.of("rest", "caldav", "this", "all")),
            entry("status", List.of("confirmed", "accepted")),
            entry("timeZone", List.of("Europe/Moscow", "America/New_York")),
            entry("to", List.of("2028-03-08T00:00:00Z")),
            entry("transparency", List.of("busy")),
            entry("visibility", List.of("default", "private")),
            entry("who", ASKED),
            entry("required", ASKED),
            entry("optional", ASKED),
            entry("zone", List.of("Europe/Moscow")));

    private final ApiDocument document;
    private final Random random;

    Examples(ApiDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** Like that schema; what it does not tell is guessed by the member's name. */
    JsonNode body(JsonNode schema) {
        return value("", schema, 0);
    }

    private JsonNode value(String name, JsonNode reference, int depth) {
        if (reference.path("$ref").asText().endsWith("/TimeJson")) return time(name.equals("end"));
        var schema = document.schema(reference);
        if (schema.has("properties") && depth < 6) return object(schema, depth);
        return switch (schema.path("type").asText()) {
            case "array" -> array(name, schema, depth);
            case "integer", "number" -> NODES.numberNode(5);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(text(name));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = NODES.objectNode();
        schema.get("properties").properties().forEach(member -> {
            boolean wanted =
                    member.getKey().matches("title|start|end|name|login|password|who|from|to|required|duration");
            if (wanted || random.nextInt(3) > 0) {
                object.set(member.getKey(), value(member.getKey(), member.getValue(), depth + 1));
            }
        });
        return object;
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) array.add(value(name, schema.path("items"), depth + 1));
        return array;
    }

    private ObjectNode time(boolean end) {
        return NODES.objectNode()
                .put("dateTime", end ? "2028-03-07T11:00:00" : "2028-03-07T10:00:00")
                .put("timeZone", "Europe/Moscow");
    }

    String text(String name) {
        var known = BY_NAME.get(name);
        return known == null ? "fuzz " + name : known.get(random.nextInt(known.size()));
    }
}
