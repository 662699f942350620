package org.kalends.attachment.content;

import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.kalends.attachment.ByteRange;

/**
 * Keeps octets by their digest: what is kept already is not kept twice, and a digest never names half a file. What it
 * throws besides is a {@link org.kalends.problem.CalendarException}: 503 while the store is away or does not let us in,
 * 507 when it is full.
 */
public interface ContentStore {

    /** Whether anything can be kept here. */
    boolean offered();

    /** Durable when it returns. What is there already becomes young again, so that it is not swept. */
    void keep(Received received);

    boolean holds(String digest);

    /**
     * The octets of a part, to be closed.
     *
     * @throws org.kalends.problem.CalendarException also 404 if they are not kept
     */
    InputStream open(String digest, ByteRange part);

    /** Digests of octets that were kept before then; halves that a crash left are removed on the way. */
    void olderThan(Instant then, Consumer<String> sink);

    void remove(String digest);
}
