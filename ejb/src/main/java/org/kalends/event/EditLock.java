package org.kalends.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.kalends.event.ChangeNotice.Kind;
import org.kalends.event.store.EditLeaseStore;
import org.kalends.figures.WorkFigures;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;

/**
 * The edit lock: a lease that says who is editing an event, so that two people never overwrite each other. All copies
 * of an event share the one of its organizer. Who has none may still save; versions decide then.
 */
@Stateless
public class EditLock {

    @Inject
    EditLeaseStore leases;

    @Inject
    EventReading reading;

    @Inject
    Directory directory;

    @Inject
    EventSettings settings;

    @Inject
    LockNotices notices;

    /** What came of asking for the lock. */
    public sealed interface Outcome {
        /** It is the actor's now. */
        record Acquired(EditLease lease) implements Outcome {}

        /** Somebody else has it. */
        record Held(Holder holder) implements Outcome {}

        default <R> R match(Function<Acquired, R> acquired, Function<Held, R> held) {
            return this instanceof Acquired a ? acquired.apply(a) : held.apply((Held) this);
        }
    }

    /** Who is editing, and until when unless he renews. */
    public record Holder(Principal principal, EditLease lease) {}

    /** Taken or renewed. Everybody who has a copy is told of a lock that is new, and once only. */
    @Interceptors(WorkFigures.class)
    public Outcome acquire(Principal actor, UUID event) {
        var seen = reading.require(actor, event, Level.WRITE);
        var stored = seen.event();
        var home = leaseHome(seen.owner(), stored.series());
        return leases.acquire(home, stored.series().uid(), actor.id(), settings.lockLength())
                .<Outcome>map(taken -> {
                    if (!taken.renewed())
                        notices.tell(
                                stored, home, Kind.EDIT_LOCKED, taken.lease().token());
                    return new Outcome.Acquired(taken.lease());
                })
                .or(() -> holder(home, stored.series()).map(Outcome.Held::new))
                .orElseGet(() -> acquire(actor, event)); // it expired between the two statements
    }

    public Optional<Holder> see(Principal actor, UUID event) {
        var seen = reading.require(actor, event);
        return see(seen.owner(), seen.event().series());
    }

    /** @param owner whose home the event is in */
    public Optional<Holder> see(Principal owner, EventSeries series) {
        return holder(leaseHome(owner, series), series);
    }

    /**
     * Who else edits it; empty for who may save.
     *
     * @param owner whose home the event is in
     */
    public Optional<Holder> heldAgainst(Principal actor, Principal owner, EventSeries series) {
        return see(owner, series).filter(holder -> !holder.principal().id().equals(actor.id()));
    }

    public void release(Principal actor, UUID event) {
        var seen = reading.require(actor, event);
        var stored = seen.event();
        var home = leaseHome(seen.owner(), stored.series());
        leases.release(home, stored.series().uid(), actor.id())
                .ifPresent(lease -> notices.tell(stored, home, Kind.EDIT_UNLOCKED, lease.token()));
    }

    private Optional<Holder> holder(UUID home, EventSeries series) {
        return leases.live(home, series.uid())
                .flatMap(lease -> directory.byId(lease.holder()).map(principal -> new Holder(principal, lease)));
    }

    private UUID leaseHome(Principal owner, EventSeries series) {
        var organizer = series.lead().organizer();
        if (organizer == null || organizer.address().equals(owner.address())) return owner.id();
        return directory.byLogin(organizer.address().value()).map(Principal::id).orElse(owner.id());
    }
}
