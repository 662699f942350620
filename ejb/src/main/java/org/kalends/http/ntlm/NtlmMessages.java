package org.kalends.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * NEGOTIATE_MESSAGE and AUTHENTICATE_MESSAGE.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/907f519d-6217-45b1-b421-dca10fc8af0d">
 *     MS-NLMP, 2.2.1</a>
 */
final class NtlmMessages {

    static final String SIGNATURE = "NTLMSSP\0";

    /** Unicode, the server's name, NTLM, always signed, extended session security, target information, 128 and 56 bits. */
    private static final int FLAGS = 0xA0888205;

    private static final int NEGOTIATE_LENGTH = 32;
    private static final int SEAL_AT = 72;
    private static final int PAYLOAD_AT = 88;

    private NtlmMessages() {}

    static byte[] signature() {
        return SIGNATURE.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] negotiate() {
        var octets = new byte[NEGOTIATE_LENGTH];
        begun(octets, 1).putInt(FLAGS);
        return octets;
    }

    /**
     * The third message; its seal is still empty.
     *
     * @param fields the older proof, the proof, domain, user, workstation and session key, in that order
     */
    static byte[] authenticate(List<byte[]> fields, int flags) {
        int length =
                PAYLOAD_AT + fields.stream().mapToInt(field -> field.length).sum();
        var octets = new byte[length];
        var message = begun(octets, 3);
        int at = PAYLOAD_AT;
        for (var field : fields) {
            message.putShort((short) field.length)
                    .putShort((short) field.length)
                    .putInt(at);
            message.put(at, field);
            at += field.length;
        }
        message.putInt(flags & FLAGS);
        return octets;
    }

    /** MIC of the specification: over all three messages, so that nobody between can weaken them. */
    static void seal(byte[] key, byte[] negotiate, byte[] challenge, byte[] authenticate) {
        var all = NtlmResponse.joined(NtlmResponse.joined(negotiate, challenge), authenticate);
        ByteBuffer.wrap(authenticate).put(SEAL_AT, NtlmResponse.hmac(key, all));
    }

    private static ByteBuffer begun(byte[] octets, int type) {
        return ByteBuffer.wrap(octets)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(signature())
                .putInt(type);
    }
}
