package org.kalends.messenger;

import jakarta.ejb.ApplicationException;

/** The messenger does not take anything now; another time it may. */
@ApplicationException(rollback = true)
public class MessengerAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MessengerAway(String reason) {
        super(reason);
    }

    public MessengerAway(String reason, Throwable cause) {
        super(reason, cause);
    }
}
