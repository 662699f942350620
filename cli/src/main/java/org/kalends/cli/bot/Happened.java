package org.kalends.cli.bot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of the Bot API: a button was pressed ({@code callbackQuery}), or somebody wrote to the bot ({@code newMessage}).
 *
 * @param card whose button; null for what was written
 * @param text what was written, or what the button is to say
 */
record Happened(long eventId, String user, @Nullable String card, String text) {

    /** By which the bot acknowledges a press. */
    @JsonIgnore
    String queryId() {
        return "query-" + eventId;
    }

    /** As the API tells it. */
    Map<String, Object> told() {
        var from = Map.of("userId", user);
        if (card == null) {
            var payload = Map.of("from", from, "chat", Map.of("chatId", user, "type", "private"), "text", text);
            return Map.of("eventId", eventId, "type", "newMessage", "payload", payload);
        }
        var payload =
                Map.of("queryId", queryId(), "from", from, "message", Map.of("msgId", card), "callbackData", text);
        return Map.of("eventId", eventId, "type", "callbackQuery", "payload", payload);
    }
}
