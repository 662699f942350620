package org.kalends.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Secret;
import org.kalends.scheduling.store.RsvpTokens;

/** Links by which somebody answers without log-in: one event, one person, random, stored hashed, expiring. */
@ApplicationScoped
public class RsvpLinks {

    private static final Duration LIVES = Duration.ofDays(180);

    @Inject
    RsvpTokens tokens;

    /** @param home the organizer's */
    public Secret issue(UUID home, EventSeries series, CalendarAddress invited) {
        var token = Secret.random();
        tokens.add(
                token.hash(),
                new RsvpTokens.Invitation(
                        home, series.uid(), invited, series.lead().revision().sequence()),
                LIVES);
        return token;
    }
}
