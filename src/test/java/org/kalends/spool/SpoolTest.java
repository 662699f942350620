package org.kalends.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_096, 4_097, 131_072, 262_144, 262_145, 3_000_000, 9_000_000})
    void whatWasWrittenIsSentWhetherItWasKeptInMemoryOrInAFile(int length) throws IOException {
        var answer = octets(length);
        try (var spool = new Spool()) {
            write(spool, answer);

            assertThat(spool.size()).isEqualTo(length);
            assertThat(sent(spool)).isEqualTo(answer);
        }
    }

    @Test
    void moreAnswersThanMemoryHasRoomForAreSentAsWell() throws IOException {
        var answer = octets(4 * MEGABYTE);
        var open = new ArrayList<Spool>();
        for (int i = 0; i < 20; i++) {
            var spool = new Spool();
            open.add(spool);
            write(spool, answer);
        }

        for (var spool : open) {
            assertThat(sent(spool)).isEqualTo(answer);
            spool.close();
        }
    }

    private static void write(Spool spool, byte[] octets) throws IOException {
        for (int from = 0; from < octets.length; from += 8_191) {
            spool.write(octets, from, Math.min(8_191, octets.length - from));
        }
    }

    private static byte[] sent(Spool spool) throws IOException {
        var out = new ByteArrayOutputStream();
        spool.copyTo(out);
        return out.toByteArray();
    }

    private static byte[] octets(int length) {
        var octets = new byte[length];
        new Random(length).nextBytes(octets);
        return octets;
    }
}
