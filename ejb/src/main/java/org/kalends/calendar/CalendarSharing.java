package org.kalends.calendar;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;
import org.kalends.sharing.Rights;
import org.kalends.sharing.Rights.PrivateEvents;
import org.kalends.sharing.Share;
import org.kalends.sharing.Shares;
import org.kalends.sharing.Shares.Place;

/** Calendars shared and no longer shared, by their owners and by those who manage them for these. */
@Stateless
public class CalendarSharing {

    /** How the caller names all of his calendars, those to come too. */
    public static final String ALL = "all";

    @Inject
    Access access;

    @Inject
    Shares shares;

    @Inject
    Directory directory;

    /** @throws CalendarException 404 where he sees nothing of it, 403 where he does not manage it */
    public List<Share> of(Principal actor, String calendar) {
        return shares.of(managed(actor, calendar));
    }

    /** @throws CalendarException 404 where there is none; his own share everybody sees */
    public Share of(Principal actor, String calendar, String principal) {
        var whom = principal(principal);
        var place = place(actor, calendar, whom.id().equals(actor.id()) ? Level.FREEBUSY : Level.MANAGE);
        return shares.of(place).stream()
                .filter(one -> one.principal().id().equals(whom.id()))
                .findFirst()
                .orElseThrow(() -> none(principal));
    }

    /** New, or in the place of what he had. */
    public Share grant(Principal actor, String calendar, String principal, Rights rights) {
        return shares.grant(managed(actor, calendar), principal(principal), rights);
    }

    /** @throws CalendarException 404 where there is none */
    public void revoke(Principal actor, String calendar, String principal) {
        var whom = principal(principal);
        if (whom.id().equals(actor.id()) && !ALL.equals(calendar)) {
            leave(actor, calendar);
            return;
        }
        if (!shares.revoke(managed(actor, calendar), whom)) throw none(principal);
    }

    /** He sees a calendar of others no longer; that it was shared with a group of his stays. */
    public void leave(Principal viewer, String calendar) {
        var found = access.require(viewer, calendar, Level.FREEBUSY);
        if (!found.shared()) throw none(viewer.login());
        shares.leave(new Place(found.home(), found.id()), viewer);
    }

    /**
     * Exactly these and no others; what is granted on all calendars stays.
     *
     * @param wanted whether private events are told stays as it was with each
     */
    public void replace(CalendarCollection calendar, Map<Principal, Level> wanted) {
        Access.check(calendar, Level.MANAGE);
        replace(new Place(calendar.home(), calendar.id()), wanted, Set.of(Level.values()));
    }

    /** Exactly these delegates of that level, over all calendars of the actor, those to come too. */
    public void delegate(Principal actor, Collection<Principal> delegates, Level level) {
        var wanted = new LinkedHashMap<Principal, Level>();
        delegates.forEach(one -> wanted.put(one, level));
        replace(Place.all(actor.id()), wanted, Set.of(level));
    }

    private void replace(Place place, Map<Principal, Level> wanted, Set<Level> judged) {
        var present = shares.of(place);
        present.stream()
                .filter(one -> judged.contains(one.rights().level()) && !wanted.containsKey(one.principal()))
                .forEach(one -> shares.revoke(place, one.principal()));
        wanted.forEach((whom, level) -> {
            var before = present.stream()
                    .filter(one -> one.principal().equals(whom))
                    .map(Share::rights)
                    .findFirst();
            var rights = new Rights(level, before.map(Rights::privateOnes).orElse(PrivateEvents.MASKED));
            if (!before.equals(Optional.of(rights))) shares.grant(place, whom, rights);
        });
    }

    private Place managed(Principal actor, String calendar) {
        return place(actor, calendar, Level.MANAGE);
    }

    private Place place(Principal actor, String calendar, Level least) {
        if (ALL.equals(calendar)) return Place.all(actor.id());
        var found = access.require(actor, calendar, least);
        return new Place(found.home(), found.id());
    }

    /** By id, user name or any address. */
    private Principal principal(String named) {
        var word = named.strip().toLowerCase(Locale.ROOT);
        var found = word.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? directory.byId(UUID.fromString(word))
                : directory.byLogin(word);
        return found.orElseThrow(
                () -> new CalendarException(Problem.NOT_FOUND, "There is nobody of the name or id " + named));
    }

    private static CalendarException none(String principal) {
        return new CalendarException(Problem.NOT_FOUND, "There is no share with " + principal);
    }
}
