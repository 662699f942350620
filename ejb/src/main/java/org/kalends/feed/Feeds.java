package org.kalends.feed;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarCollections;
import org.kalends.database.Ids;
import org.kalends.feed.Feed.Level;
import org.kalends.feed.store.FeedStore;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.Deed;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Secret addresses of one's own calendars: made, made anew, taken back; and what they lead to. */
@Stateless
public class Feeds {

    private static final int MOST = 20;

    @Inject
    FeedStore store;

    @Inject
    Access access;

    @Inject
    CalendarCollections calendars;

    @Inject
    Directory directory;

    @Inject
    AuditLog audit;

    /** A feed whose secret is told this once. */
    public record Issued(Feed feed, Secret secret) {}

    /** What a secret address leads to. */
    public record Found(Feed feed, CalendarCollection calendar, Principal owner) {}

    public List<Feed> of(Principal owner, String calendar) {
        var own = own(owner, calendar);
        return store.of(own.home(), own.id());
    }

    public Issued issue(Principal owner, String calendar, Level level) {
        var own = own(owner, calendar);
        if (store.of(own.home(), own.id()).size() >= MOST) {
            throw new CalendarException(Problem.CONFLICT, "A calendar has no more than " + MOST + " secret addresses");
        }
        var secret = Secret.random();
        var feed = store.add(own.home(), own.id(), Ids.next(), level, secret.hash());
        audit.note(Deed.of(AuditAction.FEED_ISSUED, owner.id(), own.id()));
        return new Issued(feed, secret);
    }

    /** The old address leads nowhere from now on. */
    public Issued rotate(Principal owner, String calendar, UUID feed) {
        var own = own(owner, calendar);
        var secret = Secret.random();
        var rotated = store.rotate(own.home(), own.id(), feed, secret.hash()).orElseThrow(() -> missing(feed));
        audit.note(Deed.of(AuditAction.FEED_ROTATED, owner.id(), own.id()));
        return new Issued(rotated, secret);
    }

    public void revoke(Principal owner, String calendar, UUID feed) {
        var own = own(owner, calendar);
        if (!store.remove(own.home(), own.id(), feed)) throw missing(feed);
        audit.note(Deed.of(AuditAction.FEED_REVOKED, owner.id(), own.id()));
    }

    /** Empty where the address leads nowhere, or nowhere any more. */
    public Optional<Found> find(Secret secret) {
        return store.find(secret.hash())
                .flatMap(found -> directory.byId(found.feed().home()).flatMap(owner -> calendars
                        .find(owner, owner.id(), found.uri())
                        .map(calendar -> new Found(found.feed(), calendar, owner))));
    }

    /** Nobody gives away secret addresses of what is another's. */
    private CalendarCollection own(Principal owner, String id) {
        return access.own(owner, id);
    }

    private static CalendarException missing(UUID feed) {
        return new CalendarException(Problem.NOT_FOUND, "There is no secret address " + feed);
    }
}
