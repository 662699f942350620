package org.kalends.scheduling.imip;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.scheduling.imip.Arrivals.Message;
import org.kalends.scheduling.imip.HeldMail.Reason;
import org.kalends.scheduling.store.HeldMailStore;

/** What was held for a person: he takes it over, and it goes the way of any message, or he drops it. */
@Stateless
public class HeldMails {

    @Inject
    HeldMailStore held;

    @Inject
    Arrivals arrivals;

    @Inject
    UninvitedGuests guests;

    /** The latest first. */
    public List<HeldMail> of(Principal owner) {
        return held.of(owner.id());
    }

    /** Into his own home alone; who answered uninvited is invited then. @throws CalendarException 404 if there is none */
    public void takeOver(Principal owner, UUID id) {
        var mail = taken(owner, id);
        if (mail.held().reason() == Reason.UNINVITED)
            guests.admit(owner, mail.held().series());
        var files = MailParser.read(mail.raw(), "").files();
        arrivals.arrive(new Message(mail.held().method(), mail.held().series(), files), Set.of(owner.address()));
    }

    /** @throws CalendarException 404 if there is none */
    public void drop(Principal owner, UUID id) {
        taken(owner, id);
    }

    private HeldMailStore.Taken taken(Principal owner, UUID id) {
        return held.take(owner.id(), id)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "No such mail is held for you"));
    }
}
