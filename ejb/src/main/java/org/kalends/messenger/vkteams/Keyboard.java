package org.kalends.messenger.vkteams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.messenger.Card;
import org.kalends.outbox.Json;

/** {@code inlineKeyboardMarkup}: rows of buttons. */
final class Keyboard {

    private Keyboard() {}

    /** A button either comes back as a press or opens an address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Key(String text, @Nullable String callbackData, @Nullable String url, @Nullable String style) {}

    /** Answers in one row, the link below them. */
    static String of(Card card) {
        var answers = card.buttons().stream()
                .map(button -> new Key(button.label(), button.data(), null, style(button.weight())))
                .toList();
        var link = card.link().stream()
                .map(to -> new Key(to.label(), null, to.target().toString(), null))
                .toList();
        return Json.write(Stream.of(answers, link).filter(row -> !row.isEmpty()).toList());
    }

    private static String style(Card.Weight weight) {
        return switch (weight) {
            case PLAIN -> "base";
            case GOOD -> "primary";
            case BAD -> "attention";
        };
    }
}
