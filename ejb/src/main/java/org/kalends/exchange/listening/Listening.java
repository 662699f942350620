package org.kalends.exchange.listening;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.listening.store.StreamStore;
import org.kalends.exchange.sync.SyncSettings;

/**
 * Keeps connections to Exchange by which it tells that something changed, where it cannot call us. What changed is asked
 * for as after a call.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/how-to-stream-notifications-about-mailbox-events-by-using-ews-in-exchange">Streaming notifications</a>
 */
@ApplicationScoped
public class Listening {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(Listening.class.getName());

    @Inject
    EwsClient exchange;

    @Inject
    StreamStore streams;

    @Inject
    SyncSettings settings;

    @Inject
    Clock clock;

    private final Map<UUID, Connection> open = new ConcurrentHashMap<>();

    /** Listens for as long as there is something to listen to; empty when there is nothing. */
    public Optional<UUID> next() {
        if (!listens() || !streams.anyFree(clock.instant())) return Optional.empty();
        var stream = streams.claim(settings.streams(), clock.instant());
        stream.ifPresent(this::listen);
        return stream;
    }

    private boolean listens() {
        return exchange.isThere() && settings.callback().isEmpty() && settings.streams() > 0;
    }

    private void listen(UUID stream) {
        var connection = new Connection(stream, exchange, streams, clock);
        open.put(stream, connection);
        var pause = Duration.ZERO;
        try {
            connection.listen();
        } catch (ExchangeAway | ExchangeRefused e) {
            LOG.log(Logger.Level.INFO, "Exchange does not tell of changes for now: {0}", e.getMessage());
            pause = PAUSE;
        } finally {
            open.remove(stream);
            streams.release(stream, clock.instant().plus(pause));
        }
    }

    /** Lets the smallest connection take the mailboxes that none tells of. */
    public void makeRoom() {
        if (!listens() || open.isEmpty() || !streams.anyFree(clock.instant())) return;
        open.values().stream()
                .min(Comparator.comparingInt(Connection::mailboxes))
                .filter(smallest -> smallest.mailboxes() < StreamStore.MOST)
                .ifPresent(Connection::reopen);
    }

    /** Shows other nodes that they are open. */
    public void renew() {
        if (!open.isEmpty()) streams.renew(open.keySet(), clock.instant());
    }

    @PreDestroy
    void close() {
        open.values().forEach(Connection::close);
    }
}
