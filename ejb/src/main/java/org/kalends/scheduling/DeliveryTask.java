package org.kalends.scheduling;

import java.util.UUID;

/**
 * One message to be taken into one home.
 *
 * @param home whose message it is
 * @param recipient principal whose home it goes to
 */
public record DeliveryTask(UUID home, UUID message, UUID recipient) {

    String key() {
        return "delivery/" + message + "/" + recipient;
    }
}
