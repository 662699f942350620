package org.kalends.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** A stream of server-sent events, read by a thread of its own as a browser does. */
public final class EventStream implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("(?m)^id: ?(\\S+)$");

    private final InputStream body;
    private final Queue<String> text = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    private EventStream(InputStream body) {
        this.body = body;
        this.reader = new Thread(this::read);
    }

    public static EventStream open(HttpResponse<InputStream> answer) {
        if (answer.statusCode() != 200) throw new IllegalStateException("no stream: " + answer.statusCode());
        var stream = new EventStream(answer.body());
        stream.reader.setDaemon(true);
        stream.reader.start();
        return stream;
    }

    private void read() {
        var buffer = new byte[4096];
        try {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                text.add(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            text.add("\n");
        }
    }

    /** All that came so far. */
    public String text() {
        return String.join("", text);
    }

    public Optional<String> lastId() {
        var ids = ID.matcher(text());
        String last = null;
        while (ids.find()) last = ids.group(1);
        return Optional.ofNullable(last);
    }

    /** Whether the server closed it. */
    public boolean ended() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
