package org.kalends.reminder;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody is to be reminded of an object at a moment: a brief, no more. Of what exactly is read when it is time.
 *
 * @param home whose the object is
 * @param user whom to remind; the owner of the home or a viewer with alarms of his own
 */
public record Due(UUID home, UUID object, UUID user, Instant at) {

    /** Each reader of each object has one moment at most that comes next. */
    public record Key(UUID home, UUID object, UUID user) {}

    public Key key() {
        return new Key(home, object, user);
    }
}
