package org.kalends.exchange.sim;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets connections in by NTLMv2 as IIS does before Exchange, Extended Protection included. What the password gives was
 * computed by {@code openssl dgst -md4}; nothing of the client's own code is used.
 */
public final class SimNtlm {

    /** MD4 of {@code let:me in} in UTF-16LE. */
    private static final byte[] PASSWORD = HexFormat.of().parseHex("b0a9c0aa9a5032b8915a99bb4a37a50b");

    private static final byte[] CHALLENGE = HexFormat.of().parseHex("0123456789abcdef");
    private static final int SEAL_AT = 72;
    private static final int PAIRS_AT = 28;
    private static final int CHANNEL_BINDINGS = 10;

    private final byte[] channel;
    private final Map<InetSocketAddress, byte[]> begun = new ConcurrentHashMap<>();
    private final Set<InetSocketAddress> within = ConcurrentHashMap.newKeySet();
    private final AtomicInteger proofs = new AtomicInteger();

    /** @param channel the hash of the bindings that a proof has to be for; zeros without TLS */
    public SimNtlm(byte[] channel) {
        this.channel = channel.clone();
    }

    /** How often somebody showed the password. */
    public int proofs() {
        return proofs.get();
    }

    /** Whether the connection is let in; else it is asked who it is. */
    public boolean lets(HttpExchange exchange) throws IOException {
        var connection = exchange.getRemoteAddress();
        var said = exchange.getRequestHeaders().getFirst("Authorization");
        if (said != null && said.startsWith("NTLM ")) {
            var message = Base64.getDecoder().decode(said.substring(5));
            if (message[8] == 1) {
                begun.put(connection, message);
                return ask(exchange, "NTLM " + Base64.getEncoder().encodeToString(challenge()));
            }
            proofs.incrementAndGet();
            if (!proves(begun.remove(connection), message)) return ask(exchange, "NTLM");
            within.add(connection);
        }
        return within.contains(connection) || ask(exchange, "NTLM");
    }

    private static boolean ask(HttpExchange exchange, String header) throws IOException {
        exchange.getResponseHeaders().set("WWW-Authenticate", header);
        exchange.sendResponseHeaders(401, -1);
        return false;
    }

    private static byte[] challenge() {
        var domain = "SIM".getBytes(StandardCharsets.UTF_16LE);
        var told = ByteBuffer.allocate(4 + domain.length + 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
        told.putShort((short) 2).putShort((short) domain.length).put(domain);
        told.putShort((short) 7).putShort((short) 8).putLong(134_000_000_000_000_000L);
        return ByteBuffer.allocate(56 + told.capacity())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(2)
                .putInt(20, 0xA2898205)
                .put(24, CHALLENGE)
                .putShort(40, (short) told.capacity())
                .putShort(42, (short) told.capacity())
                .putInt(44, 56)
                .put(56, told.array())
                .array();
    }

    private boolean proves(byte[] first, byte[] message) {
        if (first == null) return false;
        var response = field(message, 20);
        var user = text(field(message, 36)).toUpperCase(Locale.ROOT) + text(field(message, 28));
        var key = hmac(PASSWORD, user.getBytes(StandardCharsets.UTF_16LE));
        var shown = Arrays.copyOfRange(response, 16, response.length);
        var proof = hmac(key, CHALLENGE, shown);
        var open = message.clone();
        Arrays.fill(open, SEAL_AT, SEAL_AT + 16, (byte) 0);
        var seal = hmac(hmac(key, proof), first, challenge(), open);
        return Arrays.equals(proof, Arrays.copyOf(response, 16))
                && Arrays.equals(seal, Arrays.copyOfRange(message, SEAL_AT, SEAL_AT + 16))
                && Arrays.equals(channel, binding(shown));
    }

    private static byte[] binding(byte[] shown) {
        var pairs = ByteBuffer.wrap(shown).order(ByteOrder.LITTLE_ENDIAN).position(PAIRS_AT);
        while (pairs.remaining() >= 4) {
            int id = pairs.getShort();
            var value = new byte[pairs.getShort()];
            pairs.get(value);
            if (id == CHANNEL_BINDINGS) return value;
            if (id == 0) break;
        }
        return new byte[0];
    }

    private static byte[] field(byte[] message, int at) {
        var source = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        int from = source.getInt(at + 4);
        return Arrays.copyOfRange(message, from, from + source.getShort(at));
    }

    private static String text(byte[] utf16) {
        return new String(utf16, StandardCharsets.UTF_16LE);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            for (var part : parts) mac.update(part);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
