package org.kalends.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReachableTest {

    @Test
    void aServiceIsReachableWhileItListens() throws IOException {
        int port;
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = listening.getLocalPort();
            assertThat(Reachable.is("127.0.0.1", port)).isTrue();
        }
        assertThat(Reachable.is("127.0.0.1", port)).isFalse();
        assertThat(Reachable.is("no-such-host.invalid", 25)).isFalse();
    }
}
