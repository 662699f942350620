package org.kalends.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.notification.Audience;
import org.kalends.notification.Route;
import org.kalends.outbox.Queue;

/** Mail: everybody has an address. */
@ApplicationScoped
public class MailRoute implements Route {

    @Override
    public Queue queue() {
        return Queue.MAIL;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Set<CalendarAddress> reaches(Audience.Readers readers) {
        return Set.copyOf(readers.people());
    }
}
