package org.kalends.exchange.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.kalends.exchange.ews.EwsSettings;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.ews.Reply;
import org.kalends.exchange.pace.store.PaceStore;

/**
 * How much all nodes together ask of Exchange at once: half as much each time that it is busy, and one mailbox more for
 * each while that it is not. For as long as it says it is left alone altogether.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/ews-throttling-in-exchange">EWS throttling in Exchange</a>
 */
@ApplicationScoped
public class Pace {

    private static final Duration QUIET = Duration.ofSeconds(10);

    @Inject
    PaceStore store;

    @Inject
    EwsSettings settings;

    @Inject
    Clock clock;

    public Standing standing() {
        return store.standing(clock.instant());
    }

    /** Whether another move may begin, or go on. */
    public boolean admitsMove() {
        store.faster(clock.instant(), QUIET, settings.atOnce());
        var now = standing();
        return now.restsUntil() == null && now.moving() + now.following() < now.atOnce();
    }

    /** Whether another mailbox may be made the same. */
    public boolean admitsFollowing() {
        store.faster(clock.instant(), QUIET, settings.atOnce());
        var now = standing();
        return now.restsUntil() == null && now.following() < now.atOnce();
    }

    /** Whether a move should leave off, as more is done than may be. */
    public boolean crowded() {
        var now = standing();
        return now.moving() + now.following() > now.atOnce();
    }

    /** @throws ExchangeRefused if Exchange is to be left alone */
    public void hold() {
        var now = clock.instant();
        store.restsUntil(now).ifPresent(until -> {
            var pause = Optional.of(Duration.between(now, until));
            throw new ExchangeRefused(new Reply.Refused(Reply.BUSY, "Exchange wants to be left alone", pause));
        });
    }

    /** It said that it is busy, and maybe for how long. */
    public void slower(Duration pause) {
        store.slower(clock.instant(), pause);
    }
}
