package org.kalends.notification.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Timing;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;
import org.kalends.notification.wording.NewsOfPlanning;

/** The meeting of {@link NewsOfPlanning} for tests of other packages, and people to go with it. */
public final class PlannedEvents {

    /** When the meeting is still to come. */
    public static final Instant BEFORE = Instant.parse("2026-11-01T00:00:00Z");

    private PlannedEvents() {}

    public static EventSeries planning() {
        return NewsOfPlanning.planning();
    }

    public static Timing from(LocalDateTime start) {
        return NewsOfPlanning.from(start);
    }

    public static MailSettings settings() {
        return MimeComposerTest.settings();
    }

    public static Principal principal(UUID id, Principal.Kind kind, CalendarAddress address) {
        var name = address.value().substring(0, address.value().indexOf('@'));
        return new Principal(
                id, kind, name, name, address, NewsOfPlanning.MOSCOW, NewsOfPlanning.RUSSIAN, Principal.Role.USER);
    }
}
