package org.kalends.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Networks, as addresses and CIDR blocks.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632#section-3.1">RFC 4632, 3.1</a>
 */
public record Networks(List<Block> blocks) {

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Addresses of that many octets that begin alike. */
    private record Block(int octets, BigInteger prefix, int shift) {

        static Block of(InetAddress address, int bits) {
            var octets = address.getAddress();
            int shift = octets.length * Byte.SIZE - bits;
            return new Block(octets.length, new BigInteger(1, octets).shiftRight(shift), shift);
        }

        boolean hold(InetAddress address) {
            var octets = address.getAddress();
            return octets.length == this.octets
                    && new BigInteger(1, octets).shiftRight(shift).equals(prefix);
        }
    }

    public Networks {
        blocks = List.copyOf(blocks);
    }

    /**
     * @param list with commas between; may be empty
     * @throws IllegalArgumentException naming the entry that is no address and no CIDR block
     */
    public static Networks parse(String list) {
        return new Networks(Stream.of(list.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(Networks::block)
                .toList());
    }

    private static Block block(String entry) {
        int slash = entry.indexOf('/');
        var address = literal(slash < 0 ? entry : entry.substring(0, slash));
        if (address.isPresent()) {
            int most = address.get().getAddress().length * Byte.SIZE;
            var bits = slash < 0 ? Integer.toString(most) : entry.substring(slash + 1);
            if (bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most)
                return Block.of(address.get(), Integer.parseInt(bits));
        }
        throw new IllegalArgumentException("no network: " + entry);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    public boolean hold(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.hold(address));
    }

    /** Also false for what is no address. */
    public boolean hold(String address) {
        return literal(address).filter(this::hold).isPresent();
    }

    /** An address that is written as one; never asks a name server. */
    public static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
