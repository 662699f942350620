package org.kalends.messenger;

import com.samskivert.mustache.Escapers;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A message in the messenger.
 *
 * @param words simple HTML
 * @param buttons in one row; empty when nothing is asked
 * @param link to more of it
 */
public record Card(String words, List<Button> buttons, Optional<Link> link) {

    public Card {
        buttons = List.copyOf(buttons);
    }

    /**
     * What answers at a press.
     *
     * @param data comes back with the press
     */
    public record Button(String label, String data, Weight weight) {}

    /** How a button looks among the others. */
    public enum Weight {
        PLAIN,
        GOOD,
        BAD
    }

    /** What opens something. */
    public record Link(String label, URI target) {}

    /** One that asks nothing. */
    public static Card of(String plain) {
        return new Card(Escapers.HTML.escape(plain), List.of(), Optional.empty());
    }

    /** The card as it stands when it is overtaken: it asks nothing any more. */
    static Card closed(String words, String note) {
        return new Card(words + "\n\n" + note, List.of(), Optional.empty());
    }
}
