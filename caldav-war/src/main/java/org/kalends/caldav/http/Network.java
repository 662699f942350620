package org.kalends.caldav.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.kalends.identity.IdentitySettings;

/** Where a request comes from, and whether passwords may travel that way. */
@ApplicationScoped
public class Network {

    @Inject
    IdentitySettings identity;

    @Inject
    CaldavSettings settings;

    public String clientOf(HttpServletRequest request) {
        return identity.proxies().clientOf(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }

    /** Over TLS, from this machine, or by a trusted proxy that says it was TLS. */
    public boolean confidential(HttpServletRequest request) {
        if (settings.plainHttp() || request.isSecure()) return true;
        var peer = request.getRemoteAddr();
        boolean told = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        if (told && identity.proxies().trusts(peer)) return true;
        return loopback(peer) && request.getHeader("X-Forwarded-For") == null;
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // a literal, so no name server is asked
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
