package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimMailbox;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** Somebody whose home is kept the same as a mailbox. */
final class KeptSame implements AutoCloseable {

    private static final String SUBSCRIPTIONS = "/api/v1/admin/exchange/subscriptions";

    final KalendsServer server;
    final ExchangeSim exchange;
    final Person person;
    final SimMailbox mailbox;
    private final ApiClient admin;

    KeptSame(KalendsServer server, ExchangeSim exchange, String name) {
        this.server = server;
        this.exchange = exchange;
        person = Person.on(server, name, "en");
        mailbox = exchange.mailbox(person.address());
        admin = ApiClient.loggedIn(server, "admin");
    }

    KeptSame begin() {
        var asked = admin.post(SUBSCRIPTIONS, "{\"mailboxes\":[\"" + person.address() + "\"]}");
        assertThat(asked.body().get("refused")).as(asked.raw().body()).isEmpty();
        return settled();
    }

    /** Nothing waits to be written, and both were the same once. */
    KeptSame settled() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> subscription().get("syncedAt").isTextual() && rows("ews_outbound") == 0);
        return this;
    }

    /** All of it is compared once more. */
    KeptSame compared() {
        var before = subscription().get("syncedAt").asText();
        admin.post(SUBSCRIPTIONS + "/" + person.address() + "/resync", "");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !subscription().get("syncedAt").asText().equals(before) && rows("ews_outbound") == 0);
        return this;
    }

    JsonNode subscription() {
        return admin.get(SUBSCRIPTIONS + "/" + person.address()).body();
    }

    String notes() {
        return admin.get(SUBSCRIPTIONS + "/" + person.address() + "/notes")
                .body()
                .toString();
    }

    /** @param table with a condition that goes on, if any */
    int rows(String table) {
        var home = table.contains(" where ") ? " and home_id = :home::uuid" : " where home_id = :home::uuid";
        return server.database().withHandle(handle -> handle.createQuery("select count(*) from " + table + home)
                .bind("home", person.id())
                .mapTo(Integer.class)
                .one());
    }

    List<JsonNode> events() {
        return items(
                person.api().get("/api/v1/events?expand=attendees&from=2026-12-01T00:00:00Z&to=2027-04-01T00:00:00Z"));
    }

    /** Those of ten days. */
    List<JsonNode> events(LocalDate from) {
        return items(person.api().get("/api/v1/events?expand=attendees&" + range(from, from.plusDays(10))));
    }

    /** What this one says to each of these. */
    List<String> said(LocalDate from) {
        return events(from).stream()
                .map(event -> attendee(event, person.address()).get("status").asText())
                .toList();
    }

    /** Answers to the first of these. */
    void say(LocalDate from, String status, String at) {
        await().atMost(Duration.ofMinutes(1)).until(() -> !events(from).isEmpty());
        var event = "/api/v1/events/" + events(from).get(0).get("id").asText();
        var said = person.api().put(event + "/answer" + at, "{\"status\":\"" + status + "\"}");
        assertThat(said.status()).as(said.raw().body()).isEqualTo(200);
    }

    /** Nobody looks while that happens. */
    void apart(Runnable changes) {
        rest("infinity");
        changes.run();
        rest("epoch");
        compared();
    }

    private void rest(String until) {
        server.database().useHandle(handle -> handle.createUpdate(
                        "update ews_subscription set not_before = :until::timestamptz where home_id = :home::uuid")
                .bind("until", until)
                .bind("home", person.id())
                .execute());
    }

    /** Once both are the same, nothing is written any more. */
    void silent() {
        settled().compared();
        int written = exchange.writes();
        compared();
        assertThat(exchange.writes()).isEqualTo(written);
    }

    List<String> titles() {
        return events().stream().map(event -> event.get("title").asText()).toList();
    }

    List<String> subjects() {
        return mailbox.items().stream().map(item -> item.content("Subject")).toList();
    }

    void end() {
        admin.delete(SUBSCRIPTIONS + "/" + person.address(), "");
    }

    @Override
    public void close() {
        end();
        assertThat(exchange.violations()).isEmpty();
        assertThat(exchange.mails()).isZero();
    }
}
