package org.kalends.exchange.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person does to the simulator in place of Outlook: {@code GET /} counts what was written and sent,
 * {@code GET /ADDRESS} lists a calendar, {@code POST /ADDRESS} with {@code subject}, {@code start} and {@code end} plans,
 * with {@code item} and {@code subject} renames, and {@code DELETE /ADDRESS?item=…} deletes.
 */
final class SimPages implements HttpHandler {

    private final ExchangeSim sim;

    SimPages(ExchangeSim sim) {
        this.sim = sim;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var address = exchange.getRequestURI().getPath().substring(1);
            if (!address.contains("@")) {
                var counts = "writes " + sim.writes() + "\nmails " + sim.mails() + "\n";
                SimFaults.answer(exchange, 200, counts + String.join("\n", sim.violations()));
                return;
            }
            var query = exchange.getRequestMethod().equals("DELETE")
                    ? exchange.getRequestURI().getRawQuery()
                    : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            change(sim.mailbox(address), exchange.getRequestMethod(), fields(query));
            SimFaults.answer(exchange, 200, list(sim.mailbox(address)));
        }
    }

    private static void change(SimMailbox mailbox, String method, Map<String, String> fields) {
        var item = mailbox.item(fields.getOrDefault("item", ""));
        var subject = fields.getOrDefault("subject", "").replace("&", "&amp;").replace("<", "&lt;");
        switch (method) {
            case "POST" -> item.ifPresentOrElse(
                    known -> mailbox.changed(known.with("Subject", subject).completed(mailbox.address())),
                    () -> mailbox.holding(
                            SimItem.named(subject, fields.getOrDefault("start", ""), fields.getOrDefault("end", ""))));
            case "DELETE" -> item.ifPresent(mailbox::remove);
            default -> {}
        }
    }

    private static String list(SimMailbox mailbox) {
        var lines = new StringBuilder();
        for (var item : mailbox.items()) {
            lines.append(item.id()).append(' ').append(item.content("Start")).append(' ');
            lines.append(item.content("Subject")).append('\n');
        }
        return lines.toString();
    }

    private static Map<String, String> fields(String query) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : (query == null ? "" : query).split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            fields.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
