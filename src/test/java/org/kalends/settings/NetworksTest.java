package org.kalends.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/14, 10.23.255.255, true",
        "10.20.0.0/14, 10.24.0.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "10.0.0.0/8, localhost, false",
        "10.0.0.0/8, 300.1.1.1, false",
    })
    void addressesThatBeginAlikeAreOfOne(String network, String address, boolean held) {
        assertThat(Networks.parse("198.51.100.1, " + network).hold(address)).isEqualTo(held);
    }

    @Test
    void noneHoldNothing() {
        assertThat(Networks.parse(" , ").isEmpty()).isTrue();
        assertThat(Networks.parse("").hold("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "proxy.example", "10.0.0.0/x", "300.1.1.1", "::1/129", "10.0.0.0/"})
    void aNetworkThatIsNoneIsNamed(String entry) {
        assertThatThrownBy(() -> Networks.parse("127.0.0.1," + entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no network: " + entry);
    }
}
