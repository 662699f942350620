package org.kalends.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kalends.settings.Networks;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(Networks.parse("10.0.0.0/8, 127.0.0.1, fd00::/8"));

    @Test
    void aStrangersWordIsNotTaken() {
        assertThat(proxies.clientOf("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
        assertThat(new TrustedProxies(Networks.parse("")).clientOf("127.0.0.1", "198.51.100.1"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void theNearestAddressThatIsNotOursCounts() {
        assertThat(proxies.clientOf("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(proxies.clientOf("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.9.9.9"))
                .isEqualTo("198.51.100.1");
        assertThat(proxies.clientOf("fd00:0:0:0:0:0:0:1", "2001:db8::7")).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void whatIsNoAddressEndsTheChain() {
        assertThat(proxies.clientOf("10.1.2.3", "198.51.100.1, localhost")).isEqualTo("10.1.2.3");
        assertThat(proxies.clientOf("10.1.2.3", "")).isEqualTo("10.1.2.3");
        assertThat(proxies.clientOf("10.1.2.3", null)).isEqualTo("10.1.2.3");
    }
}
