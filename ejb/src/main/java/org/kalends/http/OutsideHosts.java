package org.kalends.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Names of hosts told as addresses to connect to, of public ones alone: what is checked here is what is connected to,
 * so a name that changes its address in between gains nothing, and neither does a redirect.
 */
public final class OutsideHosts extends SystemDefaultDnsResolver {

    private final Set<String> inside;

    /** @param inside names that are let through wherever they lead */
    OutsideHosts(Set<String> inside) {
        this.inside = Set.copyOf(inside);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = super.resolve(host);
        if (inside.contains(host)) return addresses;
        for (var address : addresses) if (!PublicAddress.is(address)) throw new NotPublic(host);
        return addresses;
    }

    /** The name leads to an address that is not public. */
    public static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host + " is not public");
        }
    }
}
