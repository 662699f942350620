package org.kalends.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kalends.notification.mail.MailSettings.Relay;
import org.kalends.notification.mail.MailSettings.StartTls;

class RelayProbeTest {

    @Test
    void aRelayIsReachableWhileItListens() throws IOException {
        Relay relay;
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            relay = at(listening.getLocalPort());
            assertThat(RelayProbe.reachable(relay)).isTrue();
        }
        assertThat(RelayProbe.reachable(relay)).isFalse();
        assertThat(RelayProbe.reachable(new Relay(
                        "no-such-host.invalid",
                        25,
                        StartTls.NEVER,
                        Optional.empty(),
                        new MailSettings.Patience(
                                Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)))))
                .isFalse();
    }

    private static Relay at(int port) {
        return new Relay(
                "127.0.0.1",
                port,
                StartTls.NEVER,
                Optional.empty(),
                new MailSettings.Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }
}
