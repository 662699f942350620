package org.kalends.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Networks whose word on where a request came from is taken; of all others the socket's address is what is known. */
public record TrustedProxies(List<Block> blocks) {

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int MOST_HOPS = 20;

    /** A network in CIDR notation. */
    public record Block(InetAddress network, int bits) {
        boolean holds(InetAddress address) {
            var ours = network.getAddress();
            var theirs = address.getAddress();
            if (ours.length != theirs.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    /** @throws IllegalArgumentException naming the entry that is no address and no CIDR block */
    public static TrustedProxies parse(String list) {
        return new TrustedProxies(Stream.of(list.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(TrustedProxies::block)
                .toList());
    }

    private static Block block(String entry) {
        int slash = entry.indexOf('/');
        var address = literal(slash < 0 ? entry : entry.substring(0, slash));
        if (address.isPresent()) {
            int most = address.get().getAddress().length * 8;
            var bits = slash < 0 ? Integer.toString(most) : entry.substring(slash + 1);
            if (bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most) {
                return new Block(address.get(), Integer.parseInt(bits));
            }
        }
        throw new IllegalArgumentException("kalends.http.trusted-proxies holds no network: " + entry);
    }

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
            var hop = literal(hops[i].strip());
            if (hop.isEmpty()) return known;
            known = hop.get().getHostAddress();
        }
        return known;
    }

    /** Whether the address is one of ours. */
    public boolean trusts(String address) {
        return literal(address)
                .filter(literal -> blocks.stream().anyMatch(block -> block.holds(literal)))
                .isPresent();
    }

    /** Never asks a name server. */
    private static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
