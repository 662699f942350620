package org.kalends.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Whether a service takes connections, for probes, which may not wait. */
public final class Reachable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Reachable() {}

    public static boolean is(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
