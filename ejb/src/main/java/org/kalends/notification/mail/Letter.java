package org.kalends.notification.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.wording.News;

/**
 * One mail to one recipient, complete.
 *
 * @param invite what calendars read; empty for mails that only people read
 */
public record Letter(Address address, Conversation thread, RenderedMail words, Optional<Invite> invite) {

    /**
     * Outside of the envelope.
     *
     * @param author in whose name it goes; replies reach him
     * @param suppress which automatic answers are unwelcome
     */
    public record Address(
            News.Person author, CalendarAddress to, Locale language, Uid uid, AutomaticAnswers suppress) {}

    /** Whether out-of-office notes may come back: on an invitation the organizer wants to know. */
    public enum AutomaticAnswers {
        WELCOME,
        SUPPRESSED
    }

    /**
     * Ids with angle brackets.
     *
     * @param replyTo the mail before; null for the first
     * @param references the first of the thread, then the one before
     */
    public record Conversation(String messageId, @Nullable String replyTo, List<String> references) {}

    /** The iTIP message; its METHOD is the method. */
    public record Invite(Method method, String ical) {}
}
