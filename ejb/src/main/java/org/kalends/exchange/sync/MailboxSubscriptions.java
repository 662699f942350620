package org.kalends.exchange.sync;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Asked;
import org.kalends.exchange.MailboxLookup;
import org.kalends.exchange.MailboxLookup.Outcome;
import org.kalends.exchange.MailboxOwners;
import org.kalends.exchange.ews.PushNotice;
import org.kalends.exchange.ews.PushNotice.Answer;
import org.kalends.exchange.sync.store.NoteStore;
import org.kalends.exchange.sync.store.PushStore;
import org.kalends.exchange.sync.store.SubscriptionStore;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Deed;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** What an administrator does with mailboxes that are kept the same, and what Exchange calls for. */
@Stateless
public class MailboxSubscriptions {

    /** Mailboxes in one request: Exchange is asked for each. */
    public static final int MOST = 500;

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    PushStore promises;

    @Inject
    NoteStore notes;

    @Inject
    MailboxLookup mailboxes;

    @Inject
    SyncSettings settings;

    @Inject
    MailboxOwners owners;

    @Inject
    Directory directory;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Begins for each that Exchange has, once for what stands there twice.
     *
     * @param actor null for whoever sits at a console of the machine
     * @throws CalendarException 409 if there is no Exchange to ask
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // Exchange is asked, which may take long
    public List<Asked<Subscription>> subscribe(@Nullable UUID actor, List<String> addresses) {
        return owners.each(addresses, (owner, address) -> missing(address)
                .<Asked<Subscription>>map(reason -> new Asked.Refused<>(address.value(), reason))
                .orElseGet(() -> subscribe(actor, owner, address)));
    }

    /** Why Exchange does not have it; empty if it does. */
    private Optional<String> missing(CalendarAddress address) {
        var outcome = mailboxes.find(address.value());
        if (outcome instanceof Outcome.NotUsable not) return Optional.of(not.reason());
        if (outcome instanceof Outcome.Away away) return Optional.of(away.reason());
        if (outcome instanceof Outcome.Found) return Optional.empty();
        throw new CalendarException(Problem.CONFLICT, "No Exchange is configured: kalends.exchange.url");
    }

    private Asked<Subscription> subscribe(@Nullable UUID actor, Principal owner, CalendarAddress address) {
        if (!subscriptions.add(owner.id(), address, actor, clock.instant())) {
            return new Asked.Refused<>(address.value(), "It is kept the same already");
        }
        audit.note(Deed.of(AuditAction.MAILBOX_SUBSCRIBED, actor, owner.id()));
        return new Asked.Begun<>(of(owner.id()));
    }

    /**
     * In the order of their addresses.
     *
     * @param after the last one that is known; empty for none
     */
    public List<Subscription> list(String after, int most) {
        return subscriptions.list(after, most);
    }

    /** What Exchange has of somebody, asked now. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Outcome ask(CalendarAddress address) {
        return mailboxes.find(address.value());
    }

    /** All of them together. */
    public SyncStanding standing() {
        return subscriptions.standing();
    }

    /** @throws CalendarException 404 */
    public Subscription find(CalendarAddress address) {
        return of(home(address));
    }

    /**
     * What is known of its events stays, so that nothing is doubled when somebody subscribes it again.
     *
     * @param actor null for whoever sits at a console of the machine
     * @throws CalendarException 404
     */
    public void unsubscribe(@Nullable UUID actor, CalendarAddress address) {
        var home = home(address);
        if (!subscriptions.end(home, clock.instant())) throw unknown();
        audit.note(Deed.of(AuditAction.MAILBOX_UNSUBSCRIBED, actor, home));
    }

    /**
     * Compares all of it, now.
     *
     * @throws CalendarException 404
     */
    public Subscription resync(CalendarAddress address) {
        var home = home(address);
        if (!subscriptions.compare(home, clock.instant())) throw unknown();
        return of(home);
    }

    /**
     * What people should know of its events, the newest first.
     *
     * @throws CalendarException 404
     */
    public List<SyncNote> notes(CalendarAddress address, int most) {
        return notes.list(of(home(address)).home(), most);
    }

    /** Whether Exchange was ever told to call by that token, and calls from one of its networks. */
    public boolean knows(Secret token, String network) {
        return settings.hears(network) && promises.knows(token.hash());
    }

    /** What is said to Exchange when it calls. */
    public Answer called(Secret token, PushNotice notice) {
        boolean heard = promises.called(token.hash(), notice.subscription(), clock.instant());
        return heard ? Answer.GO_ON : Answer.CALL_NO_MORE;
    }

    private UUID home(CalendarAddress address) {
        return directory
                .byAddress(address)
                .orElseThrow(MailboxSubscriptions::unknown)
                .id();
    }

    private Subscription of(UUID home) {
        return subscriptions.find(home).orElseThrow(MailboxSubscriptions::unknown);
    }

    private static CalendarException unknown() {
        return new CalendarException(Problem.NOT_FOUND, "This mailbox is not kept the same");
    }
}
