package org.kalends.identity;

import org.jspecify.annotations.Nullable;
import org.kalends.settings.Networks;

/** Networks whose word on where a request came from is taken; of all others the socket's address is what is known. */
public record TrustedProxies(Networks networks) {

    private static final int MOST_HOPS = 20;

    /**
     * The nearest address that is none of ours.
     *
     * @param forwardedFor {@code X-Forwarded-For}: each proxy adds whom it heard at the right end
     */
    public String clientOf(String peer, @Nullable String forwardedFor) {
        var known = peer;
        if (forwardedFor == null) return known;
        var hops = forwardedFor.split(",");
        for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
            if (!trusts(known)) return known;
            var hop = Networks.literal(hops[i].strip());
            if (hop.isEmpty()) return known;
            known = hop.get().getHostAddress();
        }
        return known;
    }

    /** Whether the address is one of ours. */
    public boolean trusts(String address) {
        return networks.hold(address);
    }
}
