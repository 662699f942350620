package org.kalends.calendar;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.store.CollectionStore;
import org.kalends.database.Ids;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;
import org.kalends.sharing.Rights;
import org.kalends.sharing.Rights.PrivateEvents;
import org.kalends.sharing.Share;
import org.kalends.sharing.Share.Answer;
import org.kalends.sharing.Shares;
import org.kalends.sharing.Shares.Place;
import org.kalends.sharing.SharingNotice;
import org.kalends.sharing.SharingNotice.Kind;
import org.kalends.sharing.store.ShareStore;
import org.kalends.sharing.store.ShareStore.Bind;
import org.kalends.sharing.store.SharingNoticeStore;

/**
 * Calendars that people are asked to take, as programs of Apple's do it: a share says nothing until it is accepted.
 *
 * @see <a href="https://github.com/apple/ccs-calendarserver/blob/master/doc/Extensions/caldav-sharing.txt">caldav-sharing</a>
 */
@Stateless
public class SharingInvitations {

    @Inject
    Shares shares;

    @Inject
    ShareStore store;

    @Inject
    SharingNoticeStore notices;

    @Inject
    CollectionStore collections;

    @Inject
    Access access;

    @Inject
    Clock clock;

    /**
     * Whom, to what, and what the calendar is to be called with him.
     *
     * @param level {@link Level#READ} or {@link Level#WRITE}
     */
    public record Invitation(Principal whom, Level level, String summary) {}

    /** All of it or nothing. */
    public void change(
            Principal actor, CalendarCollection calendar, List<Invitation> invited, List<Principal> withdrawn) {
        Access.check(calendar, Level.MANAGE);
        invited.forEach(one -> invite(actor, calendar, one));
        withdrawn.forEach(one -> withdraw(actor, calendar, one));
    }

    /** Who has accepted before has the other right at once; a group is asked nothing, as nobody answers for it. */
    private void invite(Principal actor, CalendarCollection calendar, Invitation invitation) {
        var whom = invitation.whom();
        var before = shareOf(calendar, whom);
        var seen = before.map(one -> one.rights().privateOnes()).orElse(PrivateEvents.MASKED);
        var rights = new Rights(invitation.level(), seen);
        boolean settled = whom.kind() != Principal.Kind.USER
                || before.filter(one -> one.answer() == Answer.ACCEPTED).isPresent();
        if (settled) {
            shares.grant(place(calendar), whom, rights);
            return;
        }
        shares.offer(place(calendar), whom, rights, invitation.summary());
        notices.put(notice(Kind.INVITED, actor, calendar, invitation));
    }

    /** Nothing happens where he has none. */
    private void withdraw(Principal actor, CalendarCollection calendar, Principal whom) {
        var before = shareOf(calendar, whom);
        if (before.isEmpty()) return;
        shares.revoke(place(calendar), whom);
        var lost = new Invitation(whom, before.get().rights().level(), "");
        notices.put(notice(Kind.WITHDRAWN, actor, calendar, lost));
    }

    private SharingNotice notice(Kind kind, Principal actor, CalendarCollection calendar, Invitation told) {
        var name = told.summary().isEmpty() ? calendar.look().name() : told.summary();
        var whom = told.whom().id();
        return new SharingNotice(
                whom, Ids.next(), kind, place(calendar), actor.id(), told.level(), name, null, clock.instant());
    }

    /** What somebody is told, the oldest first. */
    public List<SharingNotice> of(Principal viewer) {
        return notices.of(viewer.id());
    }

    public Optional<SharingNotice> find(Principal viewer, UUID notice) {
        return notices.find(viewer.id(), notice);
    }

    /** Of the calendar that it is about, the last segment of its address in its owner's home; empty when it is gone. */
    public Optional<String> uriOf(SharingNotice notice) {
        return collections
                .ownById(notice.place().home(), notice.place().calendar())
                .map(CalendarCollection::uri);
    }

    /** Put away; an invitation may still be answered by who is asked again. */
    public boolean dismiss(Principal viewer, UUID notice) {
        return notices.remove(viewer.id(), notice);
    }

    /**
     * The answer to an invitation.
     *
     * @param name what he wants to call the calendar; null or empty as it is called
     * @return the calendar in his home; empty when he declined
     * @throws CalendarException 404 when there is no such invitation any more
     */
    public Optional<CalendarCollection> answer(Principal viewer, UUID id, Answer answer, @Nullable String name) {
        var invited = notices.find(viewer.id(), id)
                .filter(notice -> notice.kind() == Kind.INVITED)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no such invitation"));
        var place = invited.place();
        if (!shares.answer(place, viewer, answer)) {
            throw new CalendarException(Problem.NOT_FOUND, "The calendar is not shared any more");
        }
        notices.remove(viewer.id(), id);
        var kind = answer == Answer.ACCEPTED ? Kind.ACCEPTED : Kind.DECLINED;
        var called = name == null || name.isBlank() ? invited.summary() : name;
        notices.put(new SharingNotice(
                invited.other(), Ids.next(), kind, place, viewer.id(), invited.level(), called, id, clock.instant()));
        if (answer != Answer.ACCEPTED) return Optional.empty();
        if (name != null && !name.isBlank()) {
            store.bind(viewer.id(), place.home(), place.calendar(), new Bind(name, null, null, null, ""));
        }
        return Optional.of(access.require(viewer, place.calendar().toString(), Level.FREEBUSY));
    }

    private Optional<Share> shareOf(CalendarCollection calendar, Principal whom) {
        return shares.of(place(calendar)).stream()
                .filter(one -> one.principal().id().equals(whom.id()))
                .findFirst();
    }

    private static Place place(CalendarCollection calendar) {
        return new Place(calendar.home(), calendar.id());
    }
}
