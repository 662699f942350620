package org.kalends.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A request's body, of whatever application, that is refused where it gets too large, said length or not. Closing it leaves it open, so that what
 * its reader left can still be taken off the wire.
 */
public final class BoundedBody extends FilterInputStream {

    private static final Logger LOG = System.getLogger(BoundedBody.class.getName());
    private static final int CHUNK = 16_384;
    private static final long MOST_READ_IN_VAIN = 64L << 20;

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
     * Reads and forgets what a refusal leaves of a body, up to 64 MiB. Over HTTP/2 octets that nobody read fill the
     * window that all requests of the connection share, and none of them would be answered any more. Of a body that is
     * announced as larger nothing is read: its sender may be waiting for the answer.
     *
     * @param announced length in octets; negative where it was not said
     */
    public void drain(long announced) {
        if (announced > MOST_READ_IN_VAIN) return;
        var chunk = new byte[CHUNK];
        try {
            int read;
            for (long rest = MOST_READ_IN_VAIN; rest > 0; rest -= read) {
                read = in.read(chunk);
                if (read < 0) return;
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The caller went before the end of the body", e);
        }
    }
}
