package org.kalends.cli.bot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the bot as it stands in a chat.
 *
 * @param text simple HTML
 * @param keyboard rows of buttons
 * @param heard what who pressed a button was told last; null when nothing was
 */
record ShownCard(
        String id, String chat, String text, List<List<Key>> keyboard, Instant sentAt, @Nullable String heard) {

    /** A button: it comes back as a press, or it opens an address. */
    record Key(String text, @Nullable String callbackData, @Nullable String url, @Nullable String style) {}

    ShownCard altered(String otherText, List<List<Key>> otherKeyboard) {
        return new ShownCard(id, chat, otherText, otherKeyboard, sentAt, heard);
    }

    ShownCard heard(String words) {
        return new ShownCard(id, chat, text, keyboard, sentAt, words);
    }

    /** The buttons that come back as a press. */
    List<Key> answers() {
        return keyboard.stream()
                .flatMap(List::stream)
                .filter(key -> key.callbackData() != null)
                .toList();
    }
}
