package org.kalends.messenger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.notification.Audience;
import org.kalends.notification.Route;
import org.kalends.outbox.Queue;

/** The messenger: those inside, as far as they have not shut our bot out. */
@ApplicationScoped
public class MessengerRoute implements Route {

    @Inject
    MessengerSettings settings;

    @Inject
    Accounts accounts;

    @Override
    public Queue queue() {
        return Queue.MESSENGER;
    }

    @Override
    public Channel channel() {
        return Channel.MESSENGER;
    }

    @Override
    public Set<CalendarAddress> reaches(Audience.Readers readers) {
        if (settings.url().isEmpty()) return Set.of();
        return readers.among(accounts.reached(readers.inside().values()));
    }
}
