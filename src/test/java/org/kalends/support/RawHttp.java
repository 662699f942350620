package org.kalends.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1.1 as it is on the wire, for requests that no client library would send; one connection each. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LARGEST_ANSWER = 4 << 20;

    private final int port;

    public RawHttp(KalendsServer server) {
        this.port = server.port();
    }

    /** What is sent; headers as they are written, without {@code Host} and the length, which are added. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    public record Request(String verb, String target, List<String> headers, byte[] body) {

        byte[] octets() {
            var head = new StringBuilder(verb + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
            if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) head.append("Host: 127.0.0.1\r\n");
            headers.forEach(header -> head.append(header).append("\r\n"));
            if (body.length > 0 || !verb.equals("GET"))
                head.append("Content-Length: ").append(body.length).append("\r\n");
            var start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            var all = Arrays.copyOf(start, start.length + body.length);
            System.arraycopy(body, 0, all, start.length, body.length);
            return all;
        }
    }

    /** @param status 0 when the server hung up without a word */
    public record Answer(int status, Map<String, String> headers, String body) {

        public boolean isProblem() {
            return headers.getOrDefault("content-type", "").startsWith("application/problem+json");
        }

        public JsonNode json() {
            try {
                return isProblem() || headers.getOrDefault("content-type", "").contains("json")
                        ? ApiClient.JSON.readTree(body)
                        : MissingNode.getInstance();
            } catch (IOException e) {
                return MissingNode.getInstance();
            }
        }
    }

    /** @throws IOException when no answer came in time */
    public Answer send(Request request) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.octets());
            } catch (IOException e) {
                return answer(socket.getInputStream()); // it answered and closed before it had read all
            }
            return answer(socket.getInputStream());
        }
    }

    private static Answer answer(InputStream stream) throws IOException {
        var in = new BufferedInputStream(stream);
        var start = line(in);
        if (start.isEmpty()) return new Answer(0, Map.of(), "");
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + "\n" + other);
        }
        var endless = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        var body = endless ? new byte[0] : body(in, headers);
        return new Answer(Integer.parseInt(start.split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) return in.readNBytes(LARGEST_ANSWER);
        var all = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        return all.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        var size = line(in);
        return size.isEmpty() ? 0 : Integer.parseInt(size.split(";")[0], 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            if (octet != '\r') line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
