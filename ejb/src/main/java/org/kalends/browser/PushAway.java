package org.kalends.browser;

import jakarta.ejb.ApplicationException;

/** A push service cannot be reached or has no time; what was for it may go another time. */
@ApplicationException(rollback = true)
public class PushAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PushAway(String reason) {
        super(reason);
    }

    public PushAway(String reason, Throwable cause) {
        super(reason, cause);
    }
}
