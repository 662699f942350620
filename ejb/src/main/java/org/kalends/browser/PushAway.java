package org.kalends.browser;

import org.kalends.notification.Away;

/** A push service cannot be reached or has no time; what was for it may go another time. */
public class PushAway extends Away {

    private static final long serialVersionUID = 1;

    public PushAway(String reason) {
        super(reason, null);
    }

    public PushAway(String reason, Throwable cause) {
        super(reason, cause);
    }
}
