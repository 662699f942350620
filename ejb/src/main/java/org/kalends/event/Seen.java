package org.kalends.event;

import org.kalends.identity.Principal;
import org.kalends.sharing.Rights;

/**
 * An event as somebody sees it.
 *
 * @param owner whose home it is in
 * @param rights of the one who looks
 */
public record Seen(Principal owner, Rights rights, StoredEvent event, How how) {

    /** How much of it. */
    public enum How {
        WHOLE,
        /** Only when it is. */
        MASKED
    }
}
