package org.kalends.notification.mail;

import org.kalends.notification.Away;

/** The relay did not take the mail this time: not reachable, too slow, or 4xx. */
public class RelayUnavailable extends Away {

    private static final long serialVersionUID = 1;

    public RelayUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
