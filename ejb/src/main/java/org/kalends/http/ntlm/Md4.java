package org.kalends.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The digest that passwords have in Windows; Java has none any more, and nothing else should use it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1320">RFC 1320</a>
 */
final class Md4 {

    private static final int BLOCK = 64;
    private static final int[][] ORDER = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
    };
    private static final int[][] TURNS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] ADDED = {0, 0x5a827999, 0x6ed9eba1};

    private final int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};

    private Md4() {}

    static byte[] digest(byte[] octets) {
        var md4 = new Md4();
        var padded = padded(octets);
        for (int at = 0; at < padded.length; at += BLOCK) md4.take(words(padded, at));
        var digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : md4.state) digest.putInt(word);
        return digest.array();
    }

    private static byte[] padded(byte[] octets) {
        int length = (octets.length + 8) / BLOCK * BLOCK + BLOCK;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(octets)
                .put((byte) 0x80)
                .putLong(length - 8, octets.length * 8L)
                .array();
    }

    private static int[] words(byte[] octets, int from) {
        var words = new int[BLOCK / 4];
        ByteBuffer.wrap(octets, from, BLOCK)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(words);
        return words;
    }

    private void take(int[] words) {
        var s = state.clone();
        for (int round = 0; round < 3; round++) {
            for (int step = 0; step < words.length; step++) {
                int sum = s[0] + mixed(round, s) + words[ORDER[round][step]] + ADDED[round];
                int turned = Integer.rotateLeft(sum, TURNS[round][step % 4]);
                s[0] = s[3];
                s[3] = s[2];
                s[2] = s[1];
                s[1] = turned;
            }
        }
        for (int i = 0; i < s.length; i++) state[i] += s[i];
    }

    private static int mixed(int round, int[] s) {
        return switch (round) {
            case 0 -> s[1] & s[2] | ~s[1] & s[3];
            case 1 -> s[1] & s[2] | s[1] & s[3] | s[2] & s[3];
            default -> s[1] ^ s[2] ^ s[3];
        };
    }
}
