package org.kalends.exchange.sim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.w3c.dom.Element;

/** Subscribe, and what Exchange calls for. Who does not answer as he should is not called any more. */
final class SimPush implements AutoCloseable {

    /** A name that leads to whatever server there is. */
    static final String CALLBACK = "http://kalends.invalid/exchange/notify";

    private volatile String server = "http://kalends.invalid";
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService calling = Executors.newSingleThreadExecutor();
    private final Map<String, Promise> promises = new ConcurrentHashMap<>();

    /** To call there when that mailbox changes. */
    record Promise(String id, String mailbox, URI url) {}

    String subscribe(Element request, SimMailbox mailbox) {
        var url = request.getElementsByTagNameNS(EwsSchema.TYPES, "URL").item(0).getTextContent();
        var promise = new Promise(
                "promise-" + UUID.randomUUID(),
                mailbox.address(),
                URI.create(url.replace("http://kalends.invalid", server)));
        promises.put(promise.id(), promise);
        mailbox.whenChanged(() -> changed(mailbox));
        return "<m:SubscribeResponse><m:ResponseMessages><m:SubscribeResponseMessage ResponseClass=\"Success\">"
                + "<m:ResponseCode>NoError</m:ResponseCode><m:SubscriptionId>" + promise.id()
                + "</m:SubscriptionId><m:Watermark>mark</m:Watermark></m:SubscribeResponseMessage></m:ResponseMessages>"
                + "</m:SubscribeResponse>";
    }

    void reaches(String address) {
        server = address;
    }

    private void changed(SimMailbox mailbox) {
        promises.values().stream()
                .filter(promise -> promise.mailbox().equals(mailbox.address()))
                .forEach(promise -> calling.execute(() -> call(promise)));
    }

    private void call(Promise promise) {
        var request = HttpRequest.newBuilder(promise.url())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(notice(promise.id())))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var envelope =
                    answer.statusCode() == 200 ? EwsSchema.read(answer.body()).getTextContent() : "";
            if (!envelope.strip().equals("OK")) promises.remove(promise.id());
        } catch (IOException e) {
            promises.remove(promise.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The promise of a mailbox; there is one. */
    Promise of(String mailbox) {
        return promises.values().stream()
                .filter(promise -> promise.mailbox().equals(mailbox))
                .findFirst()
                .orElseThrow();
    }

    boolean promised(String mailbox) {
        return promises.values().stream().anyMatch(promise -> promise.mailbox().equals(mailbox));
    }

    /** As after some time without an answer. */
    void forget(String mailbox) {
        promises.values().removeIf(promise -> promise.mailbox().equals(mailbox));
    }

    static String notice(String id) {
        return ExchangeSim.envelope(
                "<m:SendNotification><m:ResponseMessages><m:SendNotificationResponseMessage ResponseClass=\"Success\">"
                        + "<m:ResponseCode>NoError</m:ResponseCode><m:Notification><t:SubscriptionId>" + id
                        + "</t:SubscriptionId><t:PreviousWatermark>mark</t:PreviousWatermark><t:MoreEvents>false</t:MoreEvents>"
                        + "<t:ModifiedEvent><t:Watermark>next</t:Watermark><t:TimeStamp>2026-12-01T08:00:00Z</t:TimeStamp>"
                        + "<t:ItemId Id=\"AAMk1\" ChangeKey=\"1\"/><t:ParentFolderId Id=\"calendar\" ChangeKey=\"1\"/>"
                        + "</t:ModifiedEvent></m:Notification></m:SendNotificationResponseMessage></m:ResponseMessages>"
                        + "</m:SendNotification>");
    }

    @Override
    public void close() {
        calling.shutdownNow();
    }
}
