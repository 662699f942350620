package org.kalends.browser;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.browser.Push.Outcome;
import org.kalends.browser.Push.Urgency;
import org.kalends.browser.store.BrowserStore;
import org.kalends.event.ChangeNotice;
import org.kalends.figures.Figures;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Processed;
import org.kalends.outbox.Queue;

/**
 * Tells one thing in one place, and remembers it in the same transaction. Dying between a push service's word and the
 * commit pushes twice; the browser shows it once, for it has the same tag.
 */
@Stateless
public class Telling {

    private static final String WINDOWS = "windows";

    @Inject
    Processed processed;

    @Inject
    Outbox outbox;

    @Inject
    Push push;

    @Inject
    PushSettings settings;

    @Inject
    BrowserStore browsers;

    @Inject
    Figures figures;

    @Inject
    Clock clock;

    /** @param key the same for the same, however often it comes */
    record Pushed(String key, ChangeNotice.News notice, Urgency urgency) {}

    /** In all of his that are open now; who opens one later reads his calendar. */
    public void inWindows(UUID reader, String key, ChangeNotice.News notice) {
        if (!processed.once(reader, WINDOWS, key)) return;
        var now = clock.instant();
        var change = ChangeNotice.news(reader, notice, now);
        outbox.add(List.of(new OutboxMessage(reader, Queue.CHANGES, key, change, now)));
    }

    /**
     * By the push service of one of his.
     *
     * @throws PushAway if it may go another time; nothing is remembered then
     */
    public void push(UUID reader, Browser browser, Pushed pushed) {
        var endpoint = browser.endpoint();
        if (endpoint.isEmpty() || !settings.enabled()) return;
        if (!processed.once(reader, "push/" + browser.id(), pushed.key())) return;
        var outcome = push.push(endpoint.get(), pushed.notice(), pushed.urgency());
        if (outcome == Outcome.GONE) browsers.loseEndpoint(reader, browser.id(), endpoint.get());
        figures.count("kalends_pushes", new Tag("result", outcome.name().toLowerCase(Locale.ROOT)));
    }
}
