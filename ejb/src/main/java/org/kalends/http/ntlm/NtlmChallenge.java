package org.kalends.http.ntlm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * CHALLENGE_MESSAGE.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/801a4681-8809-4be9-ab0d-61dcfe762786">
 *     MS-NLMP, 2.2.1.2</a>
 */
final class NtlmChallenge {

    private static final int FLAGS_AT = 20;
    private static final int CHALLENGE_AT = 24;
    private static final int TARGET_INFO_AT = 40;

    private final int flags;
    private final byte[] challenge;
    private final byte[] targetInfo;

    private NtlmChallenge(int flags, byte[] challenge, byte[] targetInfo) {
        this.flags = flags;
        this.challenge = challenge;
        this.targetInfo = targetInfo;
    }

    /** @throws IllegalArgumentException if it is none */
    static NtlmChallenge read(byte[] message) {
        try {
            var source = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
            var signature = new byte[NtlmMessages.SIGNATURE.length()];
            source.get(signature);
            if (!Arrays.equals(signature, NtlmMessages.signature()) || source.getInt() != 2)
                throw new IllegalArgumentException("is no challenge of NTLM");
            var challenge = new byte[8];
            source.position(CHALLENGE_AT).get(challenge);
            return new NtlmChallenge(source.getInt(FLAGS_AT), challenge, field(source));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the challenge of NTLM is cut off", e);
        }
    }

    private static byte[] field(ByteBuffer source) {
        int length = Short.toUnsignedInt(source.getShort(TARGET_INFO_AT));
        int from = source.getInt(TARGET_INFO_AT + 4);
        if (length == 0) return new byte[0];
        if (from < 0 || length > source.limit() - from)
            throw new IllegalArgumentException("the challenge of NTLM is cut off");
        var value = new byte[length];
        source.get(from, value);
        return value;
    }

    int flags() {
        return flags;
    }

    byte[] challenge() {
        return challenge.clone();
    }

    TargetInfo target() {
        return TargetInfo.read(targetInfo);
    }
}
