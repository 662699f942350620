package org.kalends.exchange.ews;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.ews.xml.ElementReader;

/** Messages that come one after another as the answer to one question, for as long as Exchange keeps the connection. */
public final class EwsStream implements AutoCloseable {

    private static final int LARGEST = 1 << 20;
    private static final String END = "Envelope>";
    private static final int LONGEST_END = 64;

    private final HttpPost request;
    private final ClassicHttpResponse response;
    private final InputStream octets;
    private volatile boolean cut;

    EwsStream(HttpPost request, ClassicHttpResponse response) throws IOException {
        this.request = request;
        this.response = response;
        this.octets = new BufferedInputStream(response.getEntity().getContent());
    }

    /**
     * Waits for the next message.
     *
     * @return its response messages, also those that refuse; empty when no more comes
     * @throws ExchangeRefused if Exchange breaks it off
     * @throws ExchangeAway if the connection breaks
     */
    public List<Element> next() {
        try {
            var envelope = envelope();
            if (envelope.length == 0) return List.of();
            return Envelope.messages(ElementReader.read(new ByteArrayInputStream(envelope)));
        } catch (IOException e) {
            if (cut) return List.of();
            throw new ExchangeAway("Exchange does not go on: " + e.getMessage(), e);
        }
    }

    /** Up to the end of the element that is the whole: the next one follows without anything between. */
    private byte[] envelope() throws IOException {
        var read = new ByteArrayOutputStream();
        var tag = new StringBuilder();
        for (int octet = octets.read(); octet >= 0; octet = octets.read()) {
            if (read.size() == LARGEST) throw new IOException("a message of more than " + LARGEST + " octets");
            read.write(octet);
            if (octet == '<') tag.setLength(0);
            if (tag.length() < LONGEST_END) tag.append((char) octet);
            if (octet == '>' && tag.indexOf("</") == 0 && isEnd(tag)) return read.toByteArray();
        }
        if (!read.toString(StandardCharsets.UTF_8).isBlank()) throw new IOException("half a message");
        return new byte[0];
    }

    private static boolean isEnd(StringBuilder tag) {
        int name = Math.max(tag.indexOf(":"), 1) + 1;
        return tag.substring(name).equals(END);
    }

    /** From whatever thread: nobody waits for more. */
    public void cut() {
        cut = true;
        request.cancel();
    }

    @Override
    public void close() {
        request.cancel(); // what may still come is not waited for
        try {
            response.close();
        } catch (IOException e) {
            // it is closed either way
        }
    }
}
