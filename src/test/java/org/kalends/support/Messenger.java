package org.kalends.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The messenger of a server's demo, seen by its pages; its faults are set at the messenger itself. */
public final class Messenger {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final ApiClient pages;
    private final ApiClient itself;

    public Messenger(KalendsServer server) {
        pages = ApiClient.anonymous(server);
        try {
            itself = ApiClient.anonymous(Files.readString(server.data().resolve("messenger/address")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody sees about something, the newest first. */
    public List<JsonNode> cards(String user, String words) {
        return Planning.items(pages.get("/demo/messenger/cards?user=" + user)).stream()
                .filter(card -> card.get("text").asText().contains(words))
                .toList();
    }

    /** The newest about something, as soon as it looks like that. */
    public JsonNode await(String user, String words, Predicate<JsonNode> looks) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> cards(user, words), found -> !found.isEmpty() && looks.test(found.get(0)))
                .get(0);
    }

    public JsonNode await(String user, String words) {
        return await(user, words, card -> true);
    }

    public static boolean asks(JsonNode card) {
        return card.get("buttons").size() == 3;
    }

    /** @return the status */
    public int press(JsonNode card, String answer) {
        var path = "/demo/messenger/cards/" + card.get("id").asText() + "/press";
        return pages.post(path, "{\"answer\":\"" + answer + "\"}").status();
    }

    /** As somebody whom it was not shown to. */
    public void pressAs(String user, JsonNode card, String answer) {
        var path = "/cards/" + card.get("id").asText() + "/press";
        assertThat(itself.post(path, "{\"answer\":\"%s\",\"user\":\"%s\"}".formatted(answer, user))
                        .status())
                .isEqualTo(202);
    }

    /** What who pressed last was told. */
    public String heard(JsonNode card) {
        return Planning.items(itself.get("/cards")).stream()
                .filter(one -> one.get("id").equals(card.get("id")))
                .findFirst()
                .orElseThrow()
                .path("heard")
                .asText();
    }

    /** Something that goes wrong from now on. */
    public void fault(String fault) {
        assertThat(itself.post("/faults", fault).status()).isEqualTo(204);
    }

    /** Somebody writes to the bot. */
    public void say(String user, String text) {
        assertThat(itself.post("/said", "{\"user\":\"%s\",\"text\":\"%s\"}".formatted(user, text))
                        .status())
                .isEqualTo(202);
    }
}
