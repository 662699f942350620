package org.kalends.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.kalends.problem.CalendarException;

/** A console has none of our classes: what it says are texts, and what it is told of what went wrong is of the JDK. */
public final class ConsoleWords {

    private ConsoleWords() {}

    /**
     * Addresses between commas.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<String> mailboxes(String text) {
        var addresses = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        if (addresses.isEmpty()) throw new IllegalArgumentException("mailboxes: must be addresses between commas");
        return addresses;
    }

    /**
     * An answer, or why there is none.
     *
     * @throws IllegalArgumentException if it is refused
     */
    public static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (CalendarException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }
}
