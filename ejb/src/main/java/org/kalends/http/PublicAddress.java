package org.kalends.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.kalends.settings.Networks;

/**
 * Which addresses are of the public Internet: of IPv6 those that are given out and lead nowhere else, of IPv4 all but
 * those that are set apart.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890#section-2.2">RFC 6890, 2.2</a>
 */
final class PublicAddress {

    private static final Networks APART = Networks.parse(String.join(
            ",",
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20"));
    private static final Networks GLOBAL = Networks.parse("2000::/3");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return !APART.hold(address) && (!(address instanceof Inet6Address) || GLOBAL.hold(address));
    }
}
