package org.kalends.notification;

import java.util.Locale;
import java.util.Set;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.outbox.Queue;

/** A way by which news reach people. */
public interface Route {

    /** Where what is to be told waits. */
    Queue queue();

    /** By what name people choose it. */
    Channel channel();

    /** Whom of them it reaches at all, among what they may choose themselves. */
    Set<CalendarAddress> reaches(Audience.Readers readers);

    /** Before the subjects of its messages, {@code mail/}: what waits for one way does not join what waits for another. */
    static String prefix(Queue queue) {
        return queue.name().toLowerCase(Locale.ROOT) + "/";
    }
}
