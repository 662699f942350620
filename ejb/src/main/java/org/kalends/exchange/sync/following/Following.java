package org.kalends.exchange.sync.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.MailboxLookup;
import org.kalends.exchange.MailboxLookup.Outcome;
import org.kalends.exchange.RefusalWords;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.pace.Pace;
import org.kalends.exchange.sync.MailboxTaken;
import org.kalends.exchange.sync.Subscription;
import org.kalends.exchange.sync.SyncSettings;
import org.kalends.exchange.sync.Work;
import org.kalends.exchange.sync.inbound.Inbound;
import org.kalends.exchange.sync.outbound.Outbound;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.exchange.sync.store.SubscriptionStore.Held;
import org.kalends.identity.Directory;
import org.kalends.problem.CalendarException;
import org.kalends.time.Backoff;

/** Makes a mailbox and a home the same: first what changed there is taken, then what changed here is written. */
@ApplicationScoped
public class Following {

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10));

    private static final Logger LOG = System.getLogger(Following.class.getName());

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    MailboxLookup mailboxes;

    @Inject
    EwsClient exchange;

    @Inject
    Pace pace;

    @Inject
    PushPromise promise;

    @Inject
    Inbound inbound;

    @Inject
    Outbound outbound;

    @Inject
    Directory directory;

    @Inject
    SyncSettings settings;

    @Inject
    Clock clock;

    /** Works on the one that waits longest; empty when none is due, or there is no Exchange to ask. */
    public Optional<Subscription> next() {
        if (!exchange.isThere() || !pace.admitsFollowing()) return Optional.empty();
        var held = subscriptions.claim(clock.instant(), settings.poll());
        held.ifPresent(this::follow);
        return held.map(Held::subscription);
    }

    private void follow(Held held) {
        try {
            var found = mailboxes.find(held.subscription().mailbox().value());
            if (found instanceof Outcome.Found there)
                follow(held, there.mailbox().calendars());
            else if (found instanceof Outcome.NotUsable not) wait(held, not.reason(), Optional.of(PAUSES.longest()));
            else if (found instanceof Outcome.Away away) leaveAlone(held, away.reason(), away.pause());
        } catch (ExchangeAway e) {
            wait(held, String.valueOf(e.getMessage()), Optional.empty());
        } catch (ExchangeRefused e) {
            leaveAlone(held, RefusalWords.of(e.refusal()), e.refusal().pause());
        } catch (CalendarException e) {
            wait(held, String.valueOf(e.getMessage()), Optional.empty());
        } catch (MailboxTaken e) {
            LOG.log(
                    Logger.Level.DEBUG,
                    "Somebody else has the mailbox {0} now",
                    held.subscription().mailbox());
        }
    }

    private void follow(Held held, List<Folder> folders) {
        var owner = directory.byId(held.home());
        if (owner.isEmpty()) {
            wait(held, "Whose mailbox it is is not here any more", Optional.of(PAUSES.longest()));
            return;
        }
        var work = new Work(held, owner.get(), folders);
        promise.ensure(held, folders);
        var again = inbound.take(work);
        outbound.write(work);
        again.ifPresentOrElse(
                why -> wait(held, why, Optional.of(PAUSES.first())), () -> subscriptions.synced(held, clock.instant()));
    }

    /** @param pause how long nobody is to ask; empty if Exchange does not say */
    private void leaveAlone(Held held, String problem, Optional<Duration> pause) {
        pause.ifPresent(pace::slower);
        wait(held, problem, pause);
    }

    /** As long as that, or longer from time to time. */
    private void wait(Held held, String problem, Optional<Duration> pause) {
        var time = pause.orElseGet(() -> PAUSES.after(held.subscription().attempts()));
        subscriptions.wait(held, problem, clock.instant().plus(time));
    }
}
