package org.kalends.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a WebDAV server as the way into it does in a company: it gives tokens (OAuth 2, client credentials), lets
 * in who brings one, and can be told to misbehave.
 */
public final class DiskGate implements AutoCloseable {

    public static final String CLIENT = "kalends";
    public static final String SECRET = "key to the disk:%";

    private static final Set<String> PASSED_ON = Set.of("depth", "overwrite", "range", "content-type", "if-match");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Mood mood = Mood.WELL;
    private volatile @Nullable WebDavServer disk;

    /** How it behaves. */
    public enum Mood {
        WELL,
        /** It says nothing for long. */
        SLOW,
        /** It hangs up. */
        AWAY,
        FULL,
        /** It takes none of the tokens that it gives. */
        DISTRUSTFUL,
        /** It gives no tokens. */
        SPEECHLESS,
        BROKEN
    }

    private DiskGate(HttpServer server) {
        this.server = server;
    }

    public static DiskGate start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var gate = new DiskGate(server);
            server.createContext("/token", gate::token);
            server.createContext("/disk/", gate::pass);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a server has to be told to use it. */
    public Map<String, String> environment() {
        var here = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "KALENDS_ATTACHMENTS_DISK_URL",
                here + "/disk",
                "KALENDS_ATTACHMENTS_DISK_TOKEN_URL",
                here + "/token",
                "KALENDS_ATTACHMENTS_DISK_CLIENT_ID",
                CLIENT,
                "KALENDS_ATTACHMENTS_DISK_CLIENT_SECRET",
                SECRET,
                "KALENDS_ATTACHMENTS_DISK_SCOPE",
                "files",
                "KALENDS_ATTACHMENTS_DISK_PATIENCE",
                "PT2S");
    }

    /** What stands behind it. */
    public void leadTo(WebDavServer behind) {
        disk = behind;
    }

    public void fall(Mood into) {
        mood = into;
    }

    /** All that were given are good no more. */
    public void endTokens() {
        tokens.clear();
    }

    /** Methods of what came through, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var login = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":key%20to%20the%20disk%3A%25").getBytes(StandardCharsets.UTF_8));
        boolean known = login.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!known || !form.equals("grant_type=client_credentials&scope=files") || mood == Mood.SPEECHLESS) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        var token = UUID.randomUUID().toString();
        tokens.add(token);
        var given = "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
        answer(exchange, 200, given.getBytes(StandardCharsets.UTF_8));
    }

    private void pass(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestMethod());
        var bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        switch (mood) {
            case AWAY -> exchange.close();
            case SLOW -> hang(exchange);
            case FULL -> answer(exchange, 507, new byte[0]);
            case BROKEN -> answer(exchange, 500, new byte[0]);
            default -> {
                boolean in = mood != Mood.DISTRUSTFUL && tokens.contains(bearer.replaceFirst("^Bearer ", ""));
                if (in) forward(exchange, body);
                else answer(exchange, 401, new byte[0]);
            }
        }
    }

    private void hang(HttpExchange exchange) {
        try {
            closed.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException {
        var behind = disk;
        if (behind == null) throw new IllegalStateException("the gate leads nowhere");
        var request = HttpRequest.newBuilder(URI.create(
                        behind.address() + exchange.getRequestURI().getPath().substring("/disk/".length())))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) request.header(name, values.get(0));
        });
        var destination = exchange.getRequestHeaders().getFirst("Destination");
        if (destination != null)
            request.header("Destination", behind.address() + destination.replaceFirst("^.*?/disk/", ""));
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().firstValue("Content-Range").ifPresent(range -> exchange.getResponseHeaders()
                    .set("Content-Range", range));
            answer(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
