package org.kalends.notification.mail;

import jakarta.ejb.ApplicationException;

/** The relay did not take the mail this time: not reachable, too slow, or 4xx. Nothing is remembered; it goes later. */
@ApplicationException(rollback = true)
public class RelayUnavailable extends RuntimeException {

    public RelayUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
