package org.kalends.exchange.sync;

import java.util.List;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.sync.store.SubscriptionStore.Held;
import org.kalends.identity.Principal;

/**
 * A mailbox at work.
 *
 * @param folders its calendars, the default one first
 */
public record Work(Held held, Principal owner, List<Folder> folders) {

    public Work {
        folders = List.copyOf(folders);
    }

    /** Its address there. */
    public String mailbox() {
        return held.subscription().mailbox().value();
    }
}
