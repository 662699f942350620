package org.kalends.caldav.method;

import org.kalends.caldav.http.DavPath;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.xml.Names;
import org.kalends.event.resource.StoreOutcome;

/** What was not done, as a refusal with the name of its precondition. */
final class Outcomes {

    private Outcomes() {}

    /** @param calendar that was to be changed */
    static Refusal refusal(StoreOutcome outcome, Resource calendar) {
        if (outcome instanceof StoreOutcome.ConditionFailed) return Refusal.of(412, "It is another by now");
        if (outcome instanceof StoreOutcome.Locked locked) {
            return Refusal.precondition(
                    423,
                    Names.dav("lock-token-submitted"),
                    locked.holder().principal().name() + " is editing the event until "
                            + locked.holder().lease().until(),
                    out -> out.href(calendar.href()));
        }
        if (outcome instanceof StoreOutcome.UidTaken taken) {
            return Refusal.precondition(
                    409,
                    Names.caldav("no-uid-conflict"),
                    "The UID is in use here already",
                    out -> out.href(calendar.hrefOf(taken.name())));
        }
        if (outcome instanceof StoreOutcome.ScheduledElsewhere elsewhere) {
            if (calendar.calendar().shared()) { // where, is the owner's
                return Refusal.precondition(
                        403, Names.caldav("unique-scheduling-object-resource"), "The meeting is in another calendar");
            }
            var there = Hrefs.calendar(calendar.owner(), elsewhere.calendar()) + DavPath.encode(elsewhere.name());
            return Refusal.precondition(
                    403,
                    Names.caldav("unique-scheduling-object-resource"),
                    "The meeting is in another calendar already",
                    out -> out.href(there));
        }
        return Refusal.notFound();
    }
}
