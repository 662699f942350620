package org.kalends.scheduling;

import java.util.List;
import java.util.UUID;
import org.kalends.event.EventChange.Announcement;
import org.kalends.identity.CalendarAddress;
import org.kalends.scheduling.MessageDecided.Actor;

/**
 * Body of a message in the queue {@code delivery}: a stored message is to be spread to so many that the change it tells
 * of was answered before.
 *
 * @param home of who sent it
 * @param recipients groups among them
 */
public record CrowdTask(
        UUID home, UUID message, List<CalendarAddress> recipients, Actor actor, Announcement announcement) {

    /** How the keys of such tasks begin. */
    public static final String KEY = "crowd/";

    String key() {
        return KEY + message;
    }
}
