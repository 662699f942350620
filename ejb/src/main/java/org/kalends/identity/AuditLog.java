package org.kalends.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.kalends.database.Ids;
import org.kalends.identity.store.AuditStore;

/** The audit log: written in the transaction of the deed, so neither is without the other. */
@ApplicationScoped
public class AuditLog {

    @Inject
    AuditStore entries;

    @Inject
    Caller caller;

    public void note(Deed deed) {
        entries.add(Ids.next(), deed, caller.network(), caller.client());
    }

    /** By the present caller. */
    public void note(AuditAction action, UUID subject) {
        note(Deed.of(action, caller.known() ? caller.principal().id() : null, subject));
    }

    /** In a transaction of its own: what is refused rolls back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void noteRefused(Deed deed) {
        note(deed);
    }

    /** A deed that is another one where something was done to its subject before; one statement all the same. */
    public void note(Deed deed, Deed.After after) {
        entries.add(Ids.next(), deed, after, caller.network(), caller.client());
    }

    /** Newest first. */
    public List<AuditEntry> find(AuditFilter filter, int limit) {
        return entries.find(filter, limit);
    }
}
