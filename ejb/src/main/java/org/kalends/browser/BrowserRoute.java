package org.kalends.browser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.kalends.browser.store.BrowserStore;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.Principal;
import org.kalends.notification.Audience;
import org.kalends.notification.Route;
import org.kalends.outbox.Queue;

/** Browsers: of those inside who let any of theirs tell them. */
@ApplicationScoped
public class BrowserRoute implements Route {

    @Inject
    BrowserStore browsers;

    @Override
    public Queue queue() {
        return Queue.BROWSER;
    }

    @Override
    public Channel channel() {
        return Channel.BROWSER;
    }

    @Override
    public Set<CalendarAddress> reaches(Audience.Readers readers) {
        var inside = readers.inside().values().stream().map(Principal::id).toList();
        return readers.among(browsers.owners(inside));
    }
}
