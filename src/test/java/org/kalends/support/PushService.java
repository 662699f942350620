package org.kalends.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A push service (RFC 8030) that checks who pushes (RFC 8292), reads with the browsers' own keys and may misbehave. */
public final class PushService implements AutoCloseable {

    private static final Pattern VAPID = Pattern.compile("vapid t=([^.]+\\.[^.]+)\\.([^,]+), ?k=(.+)");
    private static final Base64.Decoder OCTETS = Base64.getUrlDecoder();

    private final HttpServer server;
    private final Map<String, PushedBrowser> browsers = new ConcurrentHashMap<>();
    private final Map<String, Integer> moods = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final List<Pushed> pushed = new CopyOnWriteArrayList<>();

    private PushService(HttpServer server) {
        this.server = server;
    }

    /** What came for a browser, and how. */
    public record Pushed(String browser, JsonNode notice, String ttl, String urgency, String topic) {}

    public static PushService start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var service = new PushService(server);
            server.createContext("/push/", service::answer);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A browser, as it tells of itself. */
    public String browser(UUID id) {
        var browser = browsers.computeIfAbsent(id.toString(), any -> PushedBrowser.random());
        return "{\"name\":\"Test\",\"endpoint\":\"%s/push/%s\",\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
                .formatted(origin(), id, browser.p256dh(), browser.auth());
    }

    /** From now on that is what is answered for the browser; 0: the line is cut. */
    public void answer(UUID browser, int status) {
        moods.put(browser.toString(), status);
    }

    public List<Pushed> pushed(UUID browser) {
        return pushed.stream()
                .filter(one -> one.browser().equals(browser.toString()))
                .toList();
    }

    /** How often it was called for the browser, well or not. */
    public int asked(UUID browser) {
        return asked.getOrDefault(browser.toString(), 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var id = exchange.getRequestURI().getPath().substring("/push/".length());
        asked.merge(id, 1, Integer::sum);
        int status = moods.getOrDefault(id, 201);
        if (status == 201) status = take(id, exchange.getRequestHeaders(), body);
        if (status > 0) exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int take(String id, Headers headers, byte[] body) throws IOException {
        var browser = browsers.get(id);
        if (browser == null) return 404;
        try {
            if (!"aes128gcm".equals(headers.getFirst("Content-Encoding"))) return 415;
            if (!knows(headers.getFirst("Authorization"))) return 403;
            var notice = ApiClient.JSON.readTree(browser.read(body));
            var topic = headers.getFirst("Topic");
            pushed.add(new Pushed(id, notice, headers.getFirst("TTL"), headers.getFirst("Urgency"), topic));
            return 201;
        } catch (GeneralSecurityException e) {
            return 400;
        }
    }

    /** Signed by the key that comes with it, for us, for not more than a day, and with somebody to write to. */
    private boolean knows(String authorization) throws GeneralSecurityException, IOException {
        var vapid = VAPID.matcher(authorization);
        if (!vapid.matches()) return false;
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(PushedBrowser.key(OCTETS.decode(vapid.group(3))));
        signature.update(vapid.group(1).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(OCTETS.decode(vapid.group(2)))) return false;
        var claims = ApiClient.JSON.readTree(OCTETS.decode(vapid.group(1).split("\\.")[1]));
        long left = claims.get("exp").asLong() - Instant.now().getEpochSecond();
        return claims.get("aud").asText().equals(origin())
                && claims.get("sub").asText().startsWith("mailto:")
                && left > 0
                && left <= 86_400;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
