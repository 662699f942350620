package org.kalends.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request's body, of whatever application, that is refused where it gets too large, said length or not. Closing it leaves it open, so that what
 * its reader left can still be taken off the wire.
 */
public final class BoundedBody extends FilterInputStream {

    private static final int CHUNK = 16_384;

    private final long most;
    private long left;

    public BoundedBody(InputStream body, long most) {
        super(body);
        this.most = most;
        this.left = most;
    }

    public static CalendarException tooLarge(long most) {
        return new CalendarException(Problem.TOO_LARGE, "The body is larger than " + most + " bytes");
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) count(1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) count(read);
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) throw tooLarge(most);
    }

    @Override
    public void close() {
        // the container closes what it opened
    }

    /**
     * Reads and forgets the rest, up to so many octets. Over HTTP/2 octets that nobody read fill the window that all
     * requests of the connection share, and none of them would be answered any more.
     */
    public void drain(long upTo) throws IOException {
        var chunk = new byte[CHUNK];
        int read;
        for (long rest = upTo; rest > 0; rest -= read) {
            read = in.read(chunk);
            if (read < 0) return;
        }
    }
}
