package org.kalends.scheduling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to be taken into one home.
 *
 * @param home whose message it is
 * @param recipient principal whose home it goes to
 * @param manner null in tasks of an older version, which are told
 */
public record DeliveryTask(UUID home, UUID message, UUID recipient, @Nullable Manner manner) {

    /** How a message comes. */
    public enum Manner {
        /** Laid in the inbox too. */
        TOLD,
        /** Only the state is brought up to date. */
        QUIET
    }

    String key() {
        return key(message, recipient);
    }

    static String key(UUID message, UUID recipient) {
        return "delivery/" + message + "/" + recipient;
    }
}
