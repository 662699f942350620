package org.kalends.cli.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.kalends.cli.bot.ShownCard.Key;

/**
 * The methods of the Bot API that a calendar needs.
 *
 * @see <a href="https://teams.vk.com/botapi/">VK Teams Bot API</a>
 */
final class BotMethods {

    private static final int LONGEST_TEXT = 4_096;

    private final Chats chats;
    private final String token;

    BotMethods(Chats chats, String token) {
        this.chats = chats;
        this.token = token;
    }

    /** The answer, {@code {"ok":…}}. */
    Map<String, Object> call(String method, Map<String, String> parameters) throws InterruptedException {
        if (!token.equals(parameters.get("token"))) return refused("Invalid token");
        return switch (method) {
            case "self/get" -> Map.of("ok", true, "userId", "1", "nick", "kalends", "firstName", "Kalends");
            case "messages/sendText" -> send(parameters);
            case "messages/editText" -> edit(parameters);
            case "messages/answerCallbackQuery" -> acknowledge(parameters);
            case "events/get" -> events(parameters);
            default -> refused("Unknown method");
        };
    }

    static Map<String, Object> refused(String description) {
        return Map.of("ok", false, "description", description);
    }

    private Map<String, Object> send(Map<String, String> parameters) {
        var chat = parameters.getOrDefault("chatId", "");
        var text = parameters.getOrDefault("text", "");
        if (!chat.contains("@")) return refused("Invalid chatId");
        if (text.isBlank() || text.length() > LONGEST_TEXT) return refused("Invalid text");
        return Map.of("ok", true, "msgId", chats.show(chat, text, keyboard(parameters)));
    }

    private Map<String, Object> edit(Map<String, String> parameters) {
        var text = parameters.getOrDefault("text", "");
        boolean known =
                chats.alter(parameters.getOrDefault("msgId", ""), card -> card.altered(text, keyboard(parameters)));
        return known ? Map.of("ok", true) : refused("Message not found");
    }

    private Map<String, Object> acknowledge(Map<String, String> parameters) {
        var press = chats.query(parameters.getOrDefault("queryId", ""));
        if (press.isEmpty()) return refused("Invalid queryId");
        chats.alter(String.valueOf(press.get().card()), card -> card.heard(parameters.getOrDefault("text", "")));
        return Map.of("ok", true);
    }

    private Map<String, Object> events(Map<String, String> parameters) throws InterruptedException {
        long after = Long.parseLong(parameters.getOrDefault("lastEventId", "0"));
        long wait = Long.parseLong(parameters.getOrDefault("pollTime", "0")) * 1_000;
        return events(chats.after(after, wait));
    }

    /** Everything that ever happened, backwards. */
    Map<String, Object> repeated() throws InterruptedException {
        var all = new ArrayList<>(chats.after(0, 0));
        Collections.reverse(all);
        return events(all);
    }

    private static Map<String, Object> events(List<Happened> happened) {
        return Map.of(
                "ok", true, "events", happened.stream().map(Happened::told).toList());
    }

    private static List<List<Key>> keyboard(Map<String, String> parameters) {
        try {
            var rows = parameters.getOrDefault("inlineKeyboardMarkup", "[]");
            return Chats.JSON.readValue(rows, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
