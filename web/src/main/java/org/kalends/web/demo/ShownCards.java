package org.kalends.web.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kalends.web.http.JsonMapping;

/** The cards that the launcher's messenger shows, and presses of their buttons. */
@ApplicationScoped
class ShownCards {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    DemoSettings demo;

    /** A card as the messenger has it; its text is simple HTML. */
    record Card(String id, String chat, String text, List<List<Key>> keyboard, String sentAt, @Nullable String heard) {}

    /** A button. */
    record Key(String text, @Nullable String callbackData, @Nullable String url, @Nullable String style) {

        /** What it says of an invitation; empty for one that opens something. */
        String answer() {
            return callbackData == null ? "" : callbackData.substring(callbackData.lastIndexOf(':') + 1);
        }
    }

    private record Listed(List<Card> items) {}

    boolean available() {
        return demo.enabled() && demo.messenger().isPresent();
    }

    /** @param user an address, or empty for everybody's; newest first */
    List<Card> list(String user) throws InterruptedException {
        var query = "/cards?user=" + URLEncoder.encode(user, StandardCharsets.UTF_8);
        var answer = ask(HttpRequest.newBuilder(target(query)).timeout(PATIENCE).build());
        try {
            return JsonMapping.MAPPER
                    .readValue(answer.body(), new TypeReference<Listed>() {})
                    .items();
        } catch (IOException e) {
            throw new UncheckedIOException("the messenger of the demo says something else", e);
        }
    }

    /** @return 202, 404 for an unknown card, 409 for one without that button */
    int press(String id, String answer) throws InterruptedException {
        return post("/cards/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/press", Map.of("answer", answer));
    }

    /** Somebody writes to the bot. */
    void say(String user, String text) throws InterruptedException {
        post("/said", Map.of("user", user, "text", text));
    }

    /** @return the status */
    private int post(String path, Map<String, String> body) throws InterruptedException {
        try {
            var json = BodyPublishers.ofByteArray(JsonMapping.MAPPER.writeValueAsBytes(body));
            return ask(HttpRequest.newBuilder(target(path))
                            .timeout(PATIENCE)
                            .POST(json)
                            .build())
                    .statusCode();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private URI target(String path) {
        return URI.create(demo.messenger().orElseThrow() + path);
    }

    private HttpResponse<String> ask(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the messenger of the demo is away", e);
        }
    }
}
