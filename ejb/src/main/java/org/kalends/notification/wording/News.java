package org.kalends.notification.wording;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;
import org.kalends.notification.NewsKind;

/**
 * All that a mail is made of.
 *
 * @param before the state that its reader knows; null when he knows none
 * @param after the state that he is told of
 * @param author who did it: the organizer, or the attendee who answered
 */
public record News(
        NewsKind kind, @Nullable EventSeries before, EventSeries after, Person author, Reader reader, Links links) {

    /** Somebody as mails show him; the name may be the address. */
    public record Person(String name, CalendarAddress address) {}

    /** Whom the mail is for, in his language and by his clock. */
    public record Reader(CalendarAddress address, Locale language, ZoneId zone) {}

    /** Where the mail leads to. Null: it has no such link. */
    public record Links(@Nullable Answers answers, @Nullable URI event, @Nullable URI settings) {

        public static final Links NONE = new Links(null, null, null);
    }

    /** The pages where an answer is chosen; following a link changes nothing yet. */
    public record Answers(URI accept, URI tentative, URI decline) {}

    public News withLinks(Links others) {
        return new News(kind, before, after, author, reader, others);
    }

    /** What the author said, for answers: his own line among the attendees. */
    public Attendee answer() {
        return after.stream()
                .flatMap(component -> component.attendees().stream())
                .filter(attendee -> attendee.address().equals(author.address()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an answer without its attendee"));
    }
}
