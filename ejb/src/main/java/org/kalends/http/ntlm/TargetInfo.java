package org.kalends.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the server says of itself, and what the client says of the connection: a list of AV_PAIR.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/83f5e789-660d-4781-8491-5f8c6641f75e">
 *     MS-NLMP, 2.2.2.1</a>
 */
final class TargetInfo {

    private static final int END = 0;
    private static final int FLAGS = 6;
    private static final int TIMESTAMP = 7;
    private static final int TARGET_NAME = 9;
    private static final int CHANNEL_BINDINGS = 10;
    private static final int SEALED = 2;

    private final Map<Integer, byte[]> pairs = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if it is cut off */
    static TargetInfo read(byte[] octets) {
        var info = new TargetInfo();
        var source = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        while (source.remaining() >= 4) {
            int id = Short.toUnsignedInt(source.getShort());
            int length = Short.toUnsignedInt(source.getShort());
            if (id == END) break;
            if (length > source.remaining()) throw new IllegalArgumentException("target information is cut off");
            var value = new byte[length];
            source.get(value);
            info.pairs.put(id, value);
        }
        return info;
    }

    /** The server's clock, in 100 ns since 1601; who tells it wants the messages sealed. */
    OptionalLong time() {
        var time = pairs.get(TIMESTAMP);
        return time == null || time.length != Long.BYTES
                ? OptionalLong.empty()
                : OptionalLong.of(
                        ByteBuffer.wrap(time).order(ByteOrder.LITTLE_ENDIAN).getLong());
    }

    /** Says for whom the proof is, so that it is of no use to another. */
    void bind(String service, byte[] channel) {
        pairs.put(TARGET_NAME, NtlmResponse.utf16(service));
        pairs.put(CHANNEL_BINDINGS, channel);
        if (time().isPresent()) {
            var known = pairs.getOrDefault(FLAGS, new byte[Integer.BYTES]);
            int flags = ByteBuffer.wrap(known).order(ByteOrder.LITTLE_ENDIAN).getInt() | SEALED;
            pairs.put(
                    FLAGS,
                    ByteBuffer.allocate(Integer.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(flags)
                            .array());
        }
    }

    byte[] write() {
        int length = pairs.values().stream().mapToInt(value -> 4 + value.length).sum() + 4;
        var text = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        pairs.forEach((id, value) ->
                text.putShort(id.shortValue()).putShort((short) value.length).put(value));
        return text.array(); // the end are four zeros
    }
}
