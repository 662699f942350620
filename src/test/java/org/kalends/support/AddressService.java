package org.kalends.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A service that knows which addresses nobody has, and can be told to misbehave. */
public final class AddressService implements AutoCloseable {

    public static final String TOKEN = "check-me";

    private final HttpServer server;
    private final Map<String, String> bad = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String mood = "";

    private AddressService(HttpServer server) {
        this.server = server;
    }

    public static AddressService start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var service = new AddressService(server);
            server.createContext("/check", service::answer);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/check";
    }

    public void refuse(String address, String reason) {
        bad.put(address, reason);
    }

    /** {@code hang}, {@code 500}, anything else as the text of the answer; empty to be well again. */
    public void fall(String mood) {
        this.mood = mood;
    }

    /** What it was asked, each question as it came. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(question);
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (mood.equals("hang")) hang();
        int status = mood.equals("500") || !known ? 500 : 200;
        var text = (mood.isEmpty() ? verdict(question) : mood).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private void hang() {
        try {
            closed.await(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String verdict(String question) throws IOException {
        var answer = ApiClient.JSON.createObjectNode();
        var invalid = answer.putArray("invalid");
        for (var one : ApiClient.JSON.readTree(question).path("addresses")) {
            var reason = bad.get(one.asText());
            if (reason != null) invalid.addObject().put("address", one.asText()).put("reason", reason);
        }
        return answer.toString();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
