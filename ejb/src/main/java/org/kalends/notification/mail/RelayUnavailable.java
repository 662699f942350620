package org.kalends.notification.mail;

/** The relay did not take the mail this time: not reachable, too slow, or 4xx. The broker delivers it again. */
public class RelayUnavailable extends RuntimeException {

    public RelayUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
