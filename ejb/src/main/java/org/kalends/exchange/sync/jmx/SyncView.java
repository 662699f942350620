package org.kalends.exchange.sync.jmx;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Asked;
import org.kalends.exchange.ConsoleWords;
import org.kalends.exchange.MailboxLookup.Outcome;
import org.kalends.exchange.sync.MailboxSubscriptions;
import org.kalends.exchange.sync.Subscription;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;

/** What a console sees and does of mailboxes that are kept the same. */
final class SyncView implements ExchangeSyncMXBean {

    private static final int SHOWN = 1_000;

    private final MailboxSubscriptions subscriptions;
    private final Clock clock;

    SyncView(MailboxSubscriptions subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public long getMailboxes() {
        return subscriptions.standing().mailboxes();
    }

    @Override
    public long getTroubledMailboxes() {
        return subscriptions.standing().troubled();
    }

    @Override
    public long getQueueDepth() {
        return subscriptions.standing().outbound();
    }

    @Override
    public long getLagSeconds() {
        return subscriptions.standing().lag(clock.instant());
    }

    @Override
    public String getLastNotification() {
        return text(subscriptions.standing().heard());
    }

    @Override
    public List<String> subscribe(String mailboxes) {
        return ConsoleWords.asked(() -> subscriptions.subscribe(null, ConsoleWords.mailboxes(mailboxes))).stream()
                .map(SyncView::line)
                .toList();
    }

    private static String line(Asked<Subscription> asked) {
        if (asked instanceof Asked.Begun<Subscription> begun)
            return begun.what().mailbox() + ": subscribed";
        var refused = (Asked.Refused<Subscription>) asked;
        return refused.address() + ": " + refused.reason();
    }

    @Override
    public List<String> unsubscribe(String mailboxes) {
        return ConsoleWords.mailboxes(mailboxes).stream()
                .map(this::unsubscribed)
                .toList();
    }

    private String unsubscribed(String mailbox) {
        try {
            subscriptions.unsubscribe(null, address(mailbox));
            return mailbox + ": unsubscribed";
        } catch (CalendarException | IllegalArgumentException e) {
            return mailbox + ": " + e.getMessage();
        }
    }

    @Override
    public List<Mailbox> listSubscriptions() {
        return subscriptions.list("", SHOWN).stream().map(SyncView::shown).toList();
    }

    @Override
    public Mailbox resync(String mailbox) {
        return shown(of(mailbox, subscriptions::resync));
    }

    @Override
    public List<String> notes(String mailbox) {
        return of(mailbox, address -> subscriptions.notes(address, SHOWN)).stream()
                .map(note -> note.at() + ": " + note.uid() + ": " + note.kind() + ": " + note.detail())
                .toList();
    }

    @Override
    public List<String> testConnection(String mailbox) {
        var outcome = subscriptions.ask(address(mailbox));
        if (outcome instanceof Outcome.Found found) {
            return found.mailbox().calendars().stream()
                    .map(folder -> folder.name() + ": " + folder.items())
                    .toList();
        }
        if (outcome instanceof Outcome.NotUsable not) throw new IllegalArgumentException(not.reason());
        if (outcome instanceof Outcome.Away away) throw new IllegalArgumentException(away.reason());
        throw new IllegalArgumentException("No Exchange is configured: kalends.exchange.url");
    }

    private static <T> T of(String mailbox, Function<CalendarAddress, T> question) {
        var address = address(mailbox);
        return ConsoleWords.asked(() -> question.apply(address));
    }

    private static CalendarAddress address(String mailbox) {
        try {
            return new CalendarAddress(mailbox.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("mailbox: " + e.getMessage());
        }
    }

    private static Mailbox shown(Subscription one) {
        var problem = one.problem();
        return new Mailbox(
                one.mailbox().value(), text(one.heard()), text(one.synced()), problem == null ? "" : problem);
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
