package org.kalends.outbox.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import javax.management.openmbean.CompositeData;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.Counters;
import org.kalends.support.JmxConsole;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;

/** What operators see from outside: probes, figures, MBeans. */
class OperationsIT {

    private static final String PROBES = "/health/";

    /** The server lists every scope once for each application when it is asked for all of them (Payara 6.2025.10). */
    private static final String FIGURES = "/metrics?scope=application";

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient nobody = ApiClient.anonymous(server);

    @Test
    void theProbesSayWhatTheNodeStandsOn() {
        assertThat(nobody.get(PROBES + "live").status()).isEqualTo(200);
        assertThat(nobody.get(PROBES + "started").status()).isEqualTo(200);
        var ready = nobody.get(PROBES + "ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(data(ready.body(), "kalends-database", "schema")).matches("\\d+(\\.\\d+)*");
        assertThat(data(ready.body(), "broker", "deadLetters")).matches("\\d+");
        assertThat(data(ready.body(), "mail-relay", "state")).isEqualTo("reachable");
        assertThat(data(ready.body(), "exchange", "state")).isEqualTo("none");
    }

    private static String data(JsonNode answer, String name, String member) {
        return Planning.list(answer.get("checks")).stream()
                .filter(check -> check.get("name").asText().equals(name))
                .map(check -> check.at("/data/" + member).asText())
                .findFirst()
                .orElse("no check " + name);
    }

    @Test
    void theFiguresTellOfTheOutbox() {
        var figures = nobody.get("/metrics").raw().body();
        assertThat(figures).contains("kalends_outbox_depth{", "kalends_outbox_oldest_age_seconds{", "app=\"web\"");
    }

    @Test
    void theFiguresTellWhatCameOfSavesLocksAndFreeBusy() {
        var eva = ApiClient.loggedIn(server, "eva");
        var dmitri = ApiClient.loggedIn(server, "dmitri");
        var day = LocalDate.of(2027, 5, 3);
        var event = Planning.inviting(Planning.timed("Figures", day, "10:00", "11:00"), "dmitri@kalends.test");
        var made = eva.post("/api/v1/events?notify=none", event.toString());
        var listed = "/api/v1/events?q=figures&" + Planning.range(day, day.plusDays(1));
        var copy = Awaitility.await().until(() -> Planning.items(dmitri.get(listed)), copies -> !copies.isEmpty());
        var locked = figure("edit_lock", "acquire", "held");
        var stale = figure("event_editing", "change", "stale");
        var changed = figure("event_editing", "change", "saved");
        var refused = figure("event_editing", "change", "locked");
        var asked = figure("free_busy_lookup", "of", "done");

        var path = Planning.path(made);
        var copied = "/api/v1/events/" + copy.get(0).get("id").asText();
        eva.put(path + "/edit-lock", "");
        assertThat(dmitri.put(copied + "/edit-lock", "").status()).isEqualTo(423);
        dmitri.patch(copied, dmitri.get(copied).etag(), "{\"color\":\"red\"}");
        eva.patch(path, "\"0-0\"", "{\"title\":\"x\"}");
        eva.patch(path + "?notify=none", eva.get(path).etag(), "{\"title\":\"x\"}");
        eva.get("/api/v1/freebusy?who=eva@kalends.test&" + Planning.range(day, day.plusDays(1)));
        assertThat(figure("edit_lock", "acquire", "held")).isEqualTo(locked + 1);
        assertThat(figure("event_editing", "change", "locked")).isEqualTo(refused + 1);
        assertThat(figure("event_editing", "change", "stale")).isEqualTo(stale + 1);
        assertThat(figure("event_editing", "change", "saved")).isEqualTo(changed + 1);
        assertThat(figure("free_busy_lookup", "of", "done")).isEqualTo(asked + 1);
        eva.delete(path + "?notify=none", eva.get(path).etag());
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** How often the work was done with that result; zero before the first time. */
    private long figure(String work, String act, String result) {
        return new Counters(server).of("kalends_" + work + "_seconds", act, result);
    }

    @Test
    void theFiguresCountOpenStreams() throws IOException {
        var eva = ApiClient.loggedIn(server, "eva");
        try (var stream = eva.stream("").body()) {
            assertThat(stream.read()).isNotNegative();
            var figures = nobody.get(FIGURES).raw().body();
            assertThat(figures.lines()
                            .filter(line -> line.startsWith("kalends_change_streams"))
                            .distinct())
                    .singleElement()
                    .satisfies(line -> assertThat(value(line)).isPositive());
        }
    }

    @Test
    void aConsoleSeesDepthsAndAgesAndReplays() throws Exception {
        try (var console = JmxConsole.of(server)) {
            assertThat(console.number("type=Outbox", "Depth")).isNotNegative();
            assertThat(console.number("type=Outbox", "OldestAgeSeconds")).isNotNegative();
            assertThat(console.number("type=Queue,name=kalends.mail", "Depth")).isNotNegative();
            assertThat(console.number("type=DeadLetters", "OldestAgeSeconds")).isNotNegative();
            var letters = (CompositeData[]) console.ask("type=DeadLetters", "list");
            assertThat((long) letters.length).isEqualTo(console.number("type=DeadLetters", "Depth"));
            assertThat(console.ask("type=DeadLetters", "replay", "ID:none")).isEqualTo(false);
            assertThat(console.ask("type=DeadLetters", "purge", "ID:none")).isEqualTo(false);
        }
    }
}
