package org.kalends.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.push.*}.
 *
 * @param enabled whether push services are asked at all; browsers name theirs, and most are outside
 * @param insideHosts names of hosts that may be pushed to though their addresses are not public, by http too
 */
public record PushSettings(boolean enabled, Set<String> insideHosts) implements FeatureSettings {

    public PushSettings {
        insideHosts = Set.copyOf(insideHosts);
    }

    public static PushSettings from(Values values) {
        return new PushSettings(values.flag("kalends.push.enabled", "true"), values.names("kalends.push.inside-hosts"));
    }

    /** Whether an address may be that of a push service; where its name leads is seen when it is pushed to. */
    boolean admit(String address) {
        try {
            var uri = new URI(address).parseServerAuthority();
            boolean readable = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            return readable
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && insideHosts.contains(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
