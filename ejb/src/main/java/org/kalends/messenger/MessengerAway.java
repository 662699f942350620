package org.kalends.messenger;

import org.kalends.notification.Away;

/** The messenger does not take anything now; another time it may. */
public class MessengerAway extends Away {

    private static final long serialVersionUID = 1;

    public MessengerAway(String reason) {
        super(reason, null);
    }

    public MessengerAway(String reason, Throwable cause) {
        super(reason, cause);
    }
}
