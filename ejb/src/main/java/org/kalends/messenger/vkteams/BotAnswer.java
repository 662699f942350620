package org.kalends.messenger.vkteams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.kalends.messenger.Messenger.Happening;
import org.kalends.messenger.Messenger.Outcome;

/** What the API says, {@code {"ok":…}}; whatever it leaves out reads as empty. */
record BotAnswer(JsonNode body) {

    /** How it names people who shut the bot out, and people whom there are not. */
    private static final List<String> UNWANTED = List.of("permission denied", "blocked", "invalid chat", "not found");

    /** How it says that it does not know our bot: no card is to blame for that. */
    private static final List<String> NOT_OURS = List.of("invalid token", "unauthorized");

    /** How it says that it is too much. */
    private static final List<String> TOO_MUCH = List.of("rate limit", "ratelimit", "too many");

    boolean ok() {
        return body.path("ok").asBoolean();
    }

    String description() {
        return body.path("description").asText();
    }

    boolean notOurs() {
        return !ok() && says(NOT_OURS);
    }

    boolean tooMuch() {
        return !ok() && says(TOO_MUCH);
    }

    /** @param message its name where the answer gives none, as after an alteration */
    Outcome outcome(String message) {
        if (ok()) return new Outcome.Shown(body.path("msgId").asText(message));
        return says(UNWANTED) ? new Outcome.Unwanted() : new Outcome.Refused(description());
    }

    private boolean says(List<String> words) {
        var said = description().toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(said::contains);
    }

    List<Happening> happenings() {
        return StreamSupport.stream(body.path("events").spliterator(), false)
                .map(BotAnswer::happening)
                .sorted(Comparator.comparingLong(Happening::number))
                .toList();
    }

    private static Happening happening(JsonNode event) {
        long number = event.path("eventId").asLong();
        var payload = event.path("payload");
        var person = payload.path("from").path("userId").asText();
        return switch (event.path("type").asText()) {
            case "callbackQuery" -> new Happening.Press(
                    number,
                    payload.path("queryId").asText(),
                    person,
                    payload.path("callbackData").asText());
            case "newMessage" -> new Happening.Said(
                    number, person, payload.path("text").asText());
            default -> new Happening.Other(number);
        };
    }
}
