package org.kalends.exchange.ews.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of an element, piece by piece; of letters beyond ASCII, which Base64 has not, each is a question mark. */
public final class TextStream extends InputStream {

    private final XMLStreamReader xml;
    private byte[] piece = {};
    private int at;

    /** @param xml at the start of the element */
    public TextStream(XMLStreamReader xml) {
        this.xml = xml;
    }

    @Override
    public int read() throws IOException {
        return more() ? piece[at++] : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) return 0;
        if (!more()) return -1;
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean more() throws IOException {
        try {
            while (at == piece.length) {
                if (xml.getEventType() == XMLStreamConstants.END_ELEMENT || !next()) return false;
            }
            return true;
        } catch (XMLStreamException e) {
            throw new IOException("no message of Exchange: " + e.getMessage(), e);
        }
    }

    private boolean next() throws XMLStreamException, IOException {
        switch (xml.next()) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                piece = xml.getText().getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            case XMLStreamConstants.END_ELEMENT -> {
                return false;
            }
            case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {} // they say nothing
            default -> throw new IOException("something else than text within " + xml.getLocalName());
        }
        return true;
    }
}
