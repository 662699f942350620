package org.kalends.web.openapi;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** What the running server says of its API. */
public final class ApiDocument {

    public static final String BASE = "/api/v1";

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /** The server puts it together after it is ready, application by application. */
    public static ApiDocument of(KalendsServer server) {
        var client = ApiClient.anonymous(server);
        return new ApiDocument(await().atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/openapi?format=JSON").body(), body -> body.at("/paths")
                        .has(BASE + "/events")));
    }

    /** @param path below the base */
    public record Operation(String verb, String path, JsonNode node) {
        @Override
        public String toString() {
            return verb + " " + path;
        }

        public List<JsonNode> parameters(String in) {
            var found = new ArrayList<JsonNode>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals(in)) found.add(parameter);
            });
            return found;
        }
    }

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths").properties().forEach(path -> {
            if (!path.getKey().startsWith(BASE)) return;
            path.getValue().properties().forEach(verb -> {
                if (verb.getValue().has("responses")) {
                    operations.add(new Operation(
                            verb.getKey().toUpperCase(Locale.ROOT),
                            path.getKey().substring(BASE.length()),
                            verb.getValue()));
                }
            });
        });
        return operations;
    }

    /** A schema with its reference followed. */
    public JsonNode schema(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }
}
