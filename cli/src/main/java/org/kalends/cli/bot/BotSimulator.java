package org.kalends.cli.bot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kalends.cli.Part;
import org.kalends.cli.bot.ShownCard.Key;

/**
 * The messenger of the demo. Below {@value #API} it speaks the Bot API; {@code /cards} shows what people see and takes
 * their presses, {@code /said} what they write, and {@code /faults} what is to go wrong.
 */
public final class BotSimulator implements Part {

    /** Where the Bot API stands. */
    public static final String API = "/bot/v1";

    /** By which it knows the bot; nobody else reaches it. */
    public static final String TOKEN = "demo";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Faults faults = new Faults();
    private final Chats chats;
    private final BotMethods methods;
    private final HttpServer server;
    private final Path told;

    /**
     * One that does not listen yet.
     *
     * @param directory where the chats are kept
     * @param port 0 for any
     */
    public BotSimulator(Path directory, int port) throws IOException {
        chats = new Chats(Files.createDirectories(directory).resolve("chats.json"), Clock.systemUTC());
        told = directory.resolve("address");
        methods = new BotMethods(chats, TOKEN);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext(API + "/", this::api);
        server.createContext("/cards", this::cards);
        server.createContext("/said", this::said);
        server.createContext("/faults", this::fault);
    }

    /** Also says beside the chats where it stands. @return the port */
    public int start() throws IOException {
        server.start();
        int port = server.getAddress().getPort();
        Files.writeString(told, "http://127.0.0.1:" + port);
        return port;
    }

    private void api(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestURI().getPath().substring(API.length() + 1);
        var parameters = parameters(exchange);
        var fault = faults.next(method);
        try {
            if (fault.isEmpty()) answer(exchange, 200, methods.call(method, parameters));
            else misbehave(exchange, fault.get(), parameters);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private void misbehave(HttpExchange exchange, Fault fault, Map<String, String> parameters)
            throws IOException, InterruptedException {
        switch (fault.kind()) {
            case STATUS -> {
                if (fault.retryAfter() != null)
                    exchange.getResponseHeaders()
                            .set("Retry-After", fault.retryAfter().toString());
                answer(exchange, fault.status(), Map.of("ok", false));
            }
            case DESCRIPTION -> answer(exchange, 200, BotMethods.refused(String.valueOf(fault.description())));
            case CUT -> {
                methods.call(fault.method(), parameters);
                exchange.close();
            }
            case HANG -> exchange.getRequestBody().close();
            case REPEATED -> answer(exchange, 200, methods.repeated());
        }
    }

    private void cards(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        if (exchange.getRequestMethod().equals("GET")) {
            var user = parameters(exchange).getOrDefault("user", "");
            answer(exchange, 200, Map.of("items", chats.of(user)));
        } else if (path.length == 4 && path[3].equals("press")) {
            press(exchange, path[2]);
        } else {
            answer(exchange, 404, Map.of());
        }
    }

    /** As whom the card was shown to, unless another is named. */
    private void press(HttpExchange exchange, String id) throws IOException {
        var body = Chats.JSON.readTree(exchange.getRequestBody());
        var card = chats.find(id);
        if (card.isEmpty()) {
            answer(exchange, 404, Map.of());
            return;
        }
        var wanted = ":" + body.path("answer").asText();
        var data = card.get().answers().stream()
                .map(Key::callbackData)
                .filter(button -> button != null && button.endsWith(wanted))
                .findFirst();
        if (data.isEmpty()) {
            answer(exchange, 409, Map.of());
            return;
        }
        chats.happen(body.path("user").asText(card.get().chat()), id, data.get());
        answer(exchange, 202, Map.of());
    }

    /** Somebody writes to the bot. */
    private void said(HttpExchange exchange) throws IOException {
        var body = Chats.JSON.readTree(exchange.getRequestBody());
        chats.happen(body.path("user").asText(), null, body.path("text").asText());
        answer(exchange, 202, Map.of());
    }

    private void fault(HttpExchange exchange) throws IOException {
        faults.add(Chats.JSON.readValue(exchange.getRequestBody(), Fault.class));
        answer(exchange, 204, Map.of());
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        var parameters = new HashMap<String, String>();
        var query = exchange.getRequestURI().getRawQuery();
        if (query == null) return parameters;
        for (var pair : query.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) parameters.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        try (exchange) {
            var bytes = status == 204 ? new byte[0] : Chats.JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
