package org.kalends.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server of others that publishes calendars; what it was asked for it remembers. */
public final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private record Page(int status, String text, Map<String, String> headers) {}

    private FeedServer(HttpServer server) {
        this.server = server;
    }

    public static FeedServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var feeds = new FeedServer(server);
            server.createContext("/", exchange -> {
                var path = exchange.getRequestURI().getPath();
                var page = feeds.pages.getOrDefault(path, new Page(404, "", Map.of()));
                var known = exchange.getRequestHeaders().getFirst("If-None-Match");
                boolean same = known != null && known.equals(page.headers().get("ETag"));
                feeds.asked.add(path + (same ? " unchanged" : ""));
                page.headers().forEach(exchange.getResponseHeaders()::set);
                var octets = page.text().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(same ? 304 : page.status(), same ? -1 : octets.length);
                if (!same) exchange.getResponseBody().write(octets);
                exchange.close();
            });
            server.start();
            return feeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void put(String path, String text, String... headers) {
        page(path, 200, text, headers);
    }

    public void redirect(String path, String to) {
        page(path, 302, "", "Location", to);
    }

    public void page(String path, int status, String text, String... headers) {
        var all = new ConcurrentHashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        pages.put(path, new Page(status, text, all));
    }

    /** Under a name that the servers of tests may ask. */
    public String address(String path) {
        return "http://localhost:" + port() + path;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Paths in their order, with "unchanged" behind those that were answered by 304. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
