package org.kalends.exchange.sim;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Subscribe, GetStreamingEvents and Unsubscribe: what is told by connections that stay open. */
final class SimStreams implements AutoCloseable {

    private static final long BEAT = Duration.ofSeconds(2).toNanos();
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Map<String, Ear> ears = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger generation = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Who is to be told; what happened while nobody listened waits. */
    private record Ear(String mailbox, AtomicInteger waiting, AtomicReference<Object> listener) {}

    String subscribe(SimMailbox mailbox) {
        var id = "stream-" + UUID.randomUUID();
        ears.put(id, new Ear(mailbox.address(), new AtomicInteger(), new AtomicReference<>()));
        mailbox.whenChanged(() -> changed(mailbox.address()));
        return "<m:SubscribeResponse><m:ResponseMessages><m:SubscribeResponseMessage ResponseClass=\"Success\">"
                + "<m:ResponseCode>NoError</m:ResponseCode><m:SubscriptionId>" + id + "</m:SubscriptionId>"
                + "</m:SubscribeResponseMessage></m:ResponseMessages></m:SubscribeResponse>";
    }

    String unsubscribe(Element request) {
        var id = request.getElementsByTagNameNS(EwsSchema.MESSAGES, "SubscriptionId")
                .item(0)
                .getTextContent();
        ears.remove(id);
        return "<m:UnsubscribeResponse><m:ResponseMessages><m:UnsubscribeResponseMessage ResponseClass=\"Success\">"
                + "<m:ResponseCode>NoError</m:ResponseCode></m:UnsubscribeResponseMessage></m:ResponseMessages>"
                + "</m:UnsubscribeResponse>";
    }

    private void changed(String mailbox) {
        ears.values().stream().filter(ear -> ear.mailbox().equals(mailbox)).forEach(ear -> ear.waiting()
                .incrementAndGet());
    }

    /** Answers for as long as it is not cut, and nobody else listens to the same. */
    void hold(HttpExchange exchange, Element request) throws IOException {
        var ids = new ArrayList<String>();
        var all = request.getElementsByTagNameNS(EwsSchema.TYPES, "SubscriptionId");
        for (int i = 0; i < all.getLength(); i++) ids.add(all.item(i).getTextContent());
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        int mine = generation.get();
        var listener = new Object();
        ids.stream().map(ears::get).filter(Objects::nonNull).forEach(ear -> ear.listener()
                .set(listener));
        open.incrementAndGet();
        try {
            tell(exchange, status("OK"));
            long beat = System.nanoTime();
            while (!closed.get() && mine == generation.get()) {
                var lost = ids.stream().filter(id -> !ears.containsKey(id)).toList();
                if (!lost.isEmpty()) {
                    tell(exchange, unknown(lost));
                    return;
                }
                for (var id : ids) {
                    var ear = ears.get(id);
                    if (ear != null && ear.listener().get() != listener) return;
                    if (ear != null && ear.waiting().getAndSet(0) > 0) tell(exchange, notice(id));
                }
                if (System.nanoTime() - beat > BEAT) {
                    tell(exchange, status("OK"));
                    beat = System.nanoTime();
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        } finally {
            open.decrementAndGet();
        }
    }

    private static void tell(HttpExchange exchange, String message) throws IOException {
        var envelope = ExchangeSim.envelope("<m:GetStreamingEventsResponse><m:ResponseMessages>" + message
                + "</m:ResponseMessages></m:GetStreamingEventsResponse>");
        EwsSchema.read(envelope);
        exchange.getResponseBody().write(envelope.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static String status(String status) {
        return message("Success", "NoError", "<m:ConnectionStatus>" + status + "</m:ConnectionStatus>");
    }

    private static String notice(String id) {
        return message(
                "Success",
                "NoError",
                "<m:Notifications><m:Notification><t:SubscriptionId>" + id + "</t:SubscriptionId><t:ModifiedEvent>"
                        + "<t:TimeStamp>2026-12-01T08:00:00Z</t:TimeStamp><t:ItemId Id=\"AAMk1\" ChangeKey=\"1\"/>"
                        + "<t:ParentFolderId Id=\"calendar\" ChangeKey=\"1\"/></t:ModifiedEvent></m:Notification>"
                        + "</m:Notifications>");
    }

    private static String unknown(List<String> ids) {
        return message(
                "Error",
                "ErrorSubscriptionNotFound",
                "<m:ErrorSubscriptionIds>"
                        + ids.stream()
                                .map(id -> "<t:SubscriptionId>" + id + "</t:SubscriptionId>")
                                .collect(Collectors.joining())
                        + "</m:ErrorSubscriptionIds><m:ConnectionStatus>Closed</m:ConnectionStatus>");
    }

    private static String message(String outcome, String code, String content) {
        var words = outcome.equals("Error") ? "<m:MessageText>No.</m:MessageText>" : "";
        var link = outcome.equals("Error") ? "<m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>" : "";
        return "<m:GetStreamingEventsResponseMessage ResponseClass=\"" + outcome + "\">" + words + "<m:ResponseCode>"
                + code + "</m:ResponseCode>" + link + content + "</m:GetStreamingEventsResponseMessage>";
    }

    /** Connections that are open. */
    int open() {
        return open.get();
    }

    boolean tells(String mailbox) {
        return ears.values().stream().anyMatch(ear -> ear.mailbox().equals(mailbox));
    }

    /** As after a restart of the server that had the mailbox. */
    void forget(String mailbox) {
        ears.values().removeIf(ear -> ear.mailbox().equals(mailbox));
    }

    /** The network breaks. */
    void cut() {
        generation.incrementAndGet();
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
