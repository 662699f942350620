package org.kalends.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves that one knows the password.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/5e550938-91d4-459f-b67d-75d70009e3f3">
 *     MS-NLMP, 3.3.2 (NTLM v2 authentication)</a>
 */
final class NtlmResponse {

    private static final String HMAC = "HmacMD5";

    private final byte[] key;

    private NtlmResponse(byte[] key) {
        this.key = key;
    }

    /** NTOWFv2 of the specification. */
    static NtlmResponse of(NtlmLogin login) {
        var whose = login.user().toUpperCase(Locale.ROOT) + login.domain();
        return new NtlmResponse(hmac(Md4.digest(utf16(login.password())), utf16(whose)));
    }

    byte[] key() {
        return key.clone();
    }

    /**
     * The proof and what it is of.
     *
     * @param time in 100 ns since 1601
     * @param told of the server, as the client sends it back
     */
    byte[] proof(byte[] serverChallenge, byte[] ownChallenge, long time, byte[] told) {
        var shown = ByteBuffer.allocate(32 + told.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x0101)
                .putShort((short) 0)
                .putInt(0)
                .putLong(time)
                .put(ownChallenge)
                .putInt(0)
                .put(told)
                .putInt(0)
                .array();
        return joined(hmac(key, joined(serverChallenge, shown)), shown);
    }

    /** The older proof, for servers that tell no time. */
    byte[] shortProof(byte[] serverChallenge, byte[] ownChallenge) {
        return joined(hmac(key, joined(serverChallenge, ownChallenge)), ownChallenge);
    }

    /** By which the messages are sealed. */
    byte[] sessionKey(byte[] proof) {
        return hmac(key, Arrays.copyOf(proof, 16));
    }

    static byte[] hmac(byte[] key, byte[] octets) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
