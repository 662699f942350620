package org.kalends.exchange.sim;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kalends.exchange.sim.ExchangeSim.Mood;

/** What goes wrong with an Exchange. */
final class SimFaults implements AutoCloseable {

    private static final int LARGEST = 17 << 20;

    private final CountDownLatch closed = new CountDownLatch(1);

    void misbehave(HttpExchange exchange, Mood mood) throws IOException {
        switch (mood) {
            case BUSY -> answer(exchange, 500, busy());
            case UNAVAILABLE -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                exchange.sendResponseHeaders(503, -1);
            }
            case HANGING -> await();
            case CUT -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody()
                        .write(ExchangeSim.envelope("").substring(0, 50).getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case GARBAGE -> answer(exchange, 200, "<html><body>Please log in</body></html>");
            case DTD -> answer(exchange, 200, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
            default -> answer(exchange, 200, ExchangeSim.envelope("x".repeat(LARGEST)));
        }
    }

    /** As Exchange says it: a fault whose detail has its own namespace. */
    private static String busy() {
        return ExchangeSim.envelope(
                "<s:Fault><faultcode>s:Server</faultcode><faultstring>The server cannot service this request"
                        + " right now.</faultstring><detail><e:ResponseCode"
                        + " xmlns:e=\"http://schemas.microsoft.com/exchange/services/2006/errors\">ErrorServerBusy</e:ResponseCode>"
                        + "<t:MessageXml><t:Value Name=\"BackOffMilliseconds\">3749</t:Value></t:MessageXml></detail></s:Fault>");
    }

    private void await() {
        try {
            closed.await(Duration.ofMinutes(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
