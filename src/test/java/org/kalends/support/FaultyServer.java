package org.kalends.support;

import java.util.HashMap;
import java.util.Map;
import org.kalends.exchange.sim.ExchangeSim;

/** A server for tests that break what it stands on: its mails leave at once, to a relay that can be told to misbehave. */
public final class FaultyServer {

    private static FaultyServer shared;

    private final ScriptedRelay relay = ScriptedRelay.prepared().start();
    private final DiskGate disk = DiskGate.start();
    private final AddressService addresses = AddressService.start();
    private final PushService pushes = PushService.start();
    private final ExchangeSim exchange = ExchangeSim.started();
    private final KalendsServer server;

    private FaultyServer() {
        var quick = new HashMap<>(Map.of(
                "KALENDS_IDENTITY_ADDRESS_CHECK_URL", addresses.address(),
                "KALENDS_IDENTITY_ADDRESS_CHECK_TOKEN", AddressService.TOKEN,
                "KALENDS_PUSH_INSIDE_HOSTS", "127.0.0.1",
                "KALENDS_MAIL_UNDO", "PT0S",
                "KALENDS_MAIL_COALESCE", "PT0S",
                "KALENDS_MAIL_ANSWER_TIMEOUT", "PT2S",
                "KALENDS_BROKER_ATTEMPTS", "5",
                "KALENDS_BROKER_FIRST_DELAY_MILLIS", "200",
                "KALENDS_HTTP_TRUSTED_PROXIES", "127.0.0.1"));
        quick.putAll(disk.environment());
        quick.putAll(exchange.environment());
        quick.put("KALENDS_EXCHANGE_PATIENCE", "PT2S");
        quick.put("KALENDS_EXCHANGE_HEARTBEAT", "PT1M");
        server = KalendsServer.fresh(quick, "--smtp", relay.address());
        exchange.reaches(server.address());
    }

    /** One for all of them; each leaves it whole. Stopped when the JVM ends. */
    public static synchronized FaultyServer shared() {
        if (shared == null) {
            var started = new FaultyServer();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    public KalendsServer server() {
        return server;
    }

    public ScriptedRelay relay() {
        return relay;
    }

    public AddressService addresses() {
        return addresses;
    }

    public DiskGate disk() {
        return disk;
    }

    public PushService pushes() {
        return pushes;
    }

    public ExchangeSim exchange() {
        return exchange;
    }

    private void close() {
        server.close();
        exchange.close();
        pushes.close();
        addresses.close();
        disk.close();
        relay.close();
    }
}
