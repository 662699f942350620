package org.kalends.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.Caller;
import org.kalends.identity.Deed;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Share.Answer;
import org.kalends.sharing.store.ShareStore;
import org.kalends.sharing.store.ShareStore.Granted;

/** Grants given and taken. Who calls has asked whether the caller may: rights on calendars are not known here. */
@ApplicationScoped
public class Shares {

    /** No list of people is that long; a group is one entry. */
    public static final int MOST = 500;

    @Inject
    ShareStore store;

    @Inject
    Directory directory;

    @Inject
    Event<SharesChanged> changes;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    /**
     * What can be shared.
     *
     * @param calendar the home's own id for all of its calendars
     */
    public record Place(UUID home, UUID calendar) {

        /** Every calendar of a home, those to come too. */
        public static Place all(UUID home) {
            return new Place(home, home);
        }
    }

    /** By name. */
    public List<Share> of(Place place) {
        var granted = store.of(place.home(), place.calendar());
        var people = directory.byIds(granted.stream().map(Granted::principal).toList());
        return named(granted, people);
    }

    /** The same of every calendar of a home; two statements. */
    public Map<UUID, List<Share>> ofHome(UUID home) {
        var granted = store.of(home);
        var people = directory.byIds(granted.values().stream()
                .flatMap(List::stream)
                .map(Granted::principal)
                .collect(Collectors.toSet()));
        Map<UUID, List<Share>> shares = new HashMap<>();
        granted.forEach((calendar, all) -> shares.put(calendar, named(all, people)));
        return shares;
    }

    /** Whose every calendar the person may see something of, and how much. */
    public Map<UUID, Level> delegations(Principal viewer) {
        return store.delegations(viewer.id());
    }

    private static List<Share> named(List<Granted> granted, Map<UUID, Principal> people) {
        return granted.stream()
                .flatMap(one -> Stream.ofNullable(people.get(one.principal()))
                        .map(who -> new Share(who, one.rights(), one.answer(), one.summary())))
                .sorted(Comparator.comparing((Share one) -> one.principal().name())
                        .thenComparing(one -> one.principal().id()))
                .toList();
    }

    /** @throws CalendarException 400 for who cannot be given a share, 409 when there are too many */
    public Share grant(Place place, Principal to, Rights rights) {
        return put(place, new Share(to, rights, Answer.ACCEPTED, ""));
    }

    /** The same, once he accepts it; until then he sees nothing of it. */
    public Share offer(Place place, Principal to, Rights rights, String summary) {
        var offered = put(place, new Share(to, rights, Answer.AWAITED, summary));
        changes.fire(new SharesChanged(to.id(), place.calendar(), to)); // he hears of it, and of nothing in it
        return offered;
    }

    private Share put(Place place, Share share) {
        var to = share.principal();
        if (to.kind() != Kind.USER && to.kind() != Kind.GROUP) {
            throw CalendarException.invalid("principal", "must be a person or a group");
        }
        if (to.id().equals(place.home())) throw CalendarException.invalid("principal", "is the owner");
        var present = store.of(place.home(), place.calendar());
        if (present.size() >= MOST
                && present.stream().noneMatch(one -> one.principal().equals(to.id()))) {
            throw new CalendarException(Problem.CONFLICT, "A calendar has no more than " + MOST + " shares");
        }
        var granted = new Granted(to.id(), share.rights(), share.answer(), share.summary());
        store.put(place.home(), place.calendar(), granted);
        done(AuditAction.CALENDAR_SHARED, place, to);
        return share;
    }

    /** False when he was not offered anything. */
    public boolean answer(Place place, Principal whose, Answer answer) {
        if (!store.answer(place.home(), place.calendar(), whose.id(), answer)) return false;
        changes.fire(new SharesChanged(place.home(), place.calendar(), whose));
        return true;
    }

    /** False when there was none. */
    public boolean revoke(Place place, Principal from) {
        if (!store.remove(place.home(), place.calendar(), from.id())) return false;
        done(AuditAction.CALENDAR_UNSHARED, place, from);
        return true;
    }

    /** The person has it no longer, though a group of his may. */
    public void leave(Place place, Principal viewer) {
        store.remove(place.home(), place.calendar(), viewer.id());
        store.hide(viewer.id(), place.home(), place.calendar());
        done(AuditAction.CALENDAR_UNSHARED, place, viewer);
    }

    /** Calendars of others that each of these people may see something of; one statement. */
    public Map<UUID, Set<UUID>> visibleTo(Collection<UUID> people) {
        return store.visible(people);
    }

    private void done(AuditAction action, Place place, Principal whom) {
        var actor = caller.known() ? caller.principal().id() : null;
        var owner = place.home().equals(actor) ? null : place.home();
        audit.note(new Deed(action, actor, owner, place.calendar().toString(), Deed.Hashes.NONE));
        changes.fire(new SharesChanged(place.home(), place.calendar(), whom));
    }
}
