package org.kalends.exchange.ews;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A message in which octets stand that are written while they are read. */
final class EnclosingEntity extends AbstractHttpEntity {

    private final byte[] before;
    private final byte[] after;
    private final Enclosed enclosed;

    /** @param message in which the mark stands once */
    EnclosingEntity(byte[] message, ContentType type, Enclosed enclosed) {
        super(type, null);
        var text = new String(message, StandardCharsets.UTF_8);
        int mark = text.indexOf(enclosed.mark());
        if (mark < 0) throw new IllegalArgumentException("no place for what is enclosed");
        before = text.substring(0, mark).getBytes(StandardCharsets.UTF_8);
        after = text.substring(mark + enclosed.mark().length()).getBytes(StandardCharsets.UTF_8);
        this.enclosed = enclosed;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(before);
        try (var octets = enclosed.octets().get();
                var encoded = Base64.getEncoder().wrap(new Unclosed(out))) {
            octets.transferTo(encoded);
        }
        out.write(after);
    }

    /** What comes after is written to the same. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            out.write(octets, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    @Override
    public long getContentLength() {
        long encoded = (enclosed.size() + 2) / 3 * 4;
        return before.length + encoded + after.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("it is written only");
    }

    @Override
    public void close() {}
}
