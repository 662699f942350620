package org.kalends.caldav.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may not be longer than allowed. @throws Refusal 413 from the read that goes beyond */
public final class CappedBody extends FilterInputStream {

    private final long most;
    private long taken;

    public CappedBody(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) count(1);
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) count(read);
        return read;
    }

    private void count(int octets) {
        taken += octets;
        if (taken > most) throw Refusal.tooLarge("The body is larger than " + most + " octets");
    }
}
