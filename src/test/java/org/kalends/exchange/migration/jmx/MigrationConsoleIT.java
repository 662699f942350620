package org.kalends.exchange.migration.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.ExchangeSim.Mood;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.FaultyServer;
import org.kalends.support.JmxConsole;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** What an operator does with a console of the JVM. */
class MigrationConsoleIT {

    private static final String BEAN = "type=ExchangeMigration";
    private static final Duration SOON = Duration.ofSeconds(40);

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private JmxConsole console;

    @BeforeEach
    void open() throws Exception {
        console = JmxConsole.of(server);
    }

    @AfterEach
    void close() throws Exception {
        exchange.is(Mood.WELL);
        console.close();
    }

    private Person somebody() {
        var person = Person.on(server, "console", "ru");
        exchange.mailbox(person.address())
                .holding(SimItem.named("Moved", "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z"));
        return person;
    }

    private String begun(Person person) throws Exception {
        var lines = (String[]) console.ask(BEAN, "startMigration", false, person.address(), "", "");
        return lines[0].substring(lines[0].indexOf(": ") + 2);
    }

    private String state(String job) throws Exception {
        return ((CompositeData) console.ask(BEAN, "job", job)).get("state").toString();
    }

    private void when(String job, String state) {
        await().atMost(SOON).until(() -> state(job).equals(state));
    }

    @Test
    void aMailboxIsMovedFromTheConsole() throws Exception {
        var person = somebody();
        var job = begun(person);
        when(job, "DONE");
        assertThat(person.api()
                        .get("/api/v1/events?from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z")
                        .body()
                        .get("items")
                        .findValuesAsText("title"))
                .containsExactly("Moved");
        var done = (CompositeData[]) console.ask(BEAN, "listJobs", "done");
        assertThat(Arrays.stream(done).map(one -> one.get("id"))).contains(job);
        assertThat((String[]) console.ask(BEAN, "jobReport", job)).isEmpty();
    }

    @Test
    void aJobIsWatchedPausedResumedStoppedAndRetried() throws Exception {
        var person = somebody();
        exchange.is(Mood.BUSY);
        var job = begun(person);
        when(job, "WAITING");
        assertThat(console.number(BEAN, "WaitingJobs")).isPositive();
        assertThat(console.number(BEAN, "QueueDepth")).isPositive();
        assertThat(console.number(BEAN, "ItemsPerSecond")).isNotNegative();
        console.ask(BEAN, "pause", job);
        assertThat(state(job)).isEqualTo("PAUSED");
        assertThat(console.number(BEAN, "PausedJobs")).isPositive();
        exchange.is(Mood.WELL);
        console.ask(BEAN, "resume", job);
        when(job, "DONE");
        exchange.is(Mood.BUSY);
        var other = begun(somebody());
        when(other, "WAITING");
        console.ask(BEAN, "stop", other);
        assertThat(state(other)).isEqualTo("STOPPED");
        exchange.is(Mood.WELL);
        console.ask(BEAN, "retry", other);
        when(other, "DONE");
    }

    @Test
    void aJobThatFailsIsToldOfAndGoesOnWhenItIsRetried() throws Exception {
        var heard = console.notifications(BEAN);
        var person = Person.on(server, "later", "ru");
        var job = begun(person);
        when(job, "FAILED");
        await().atMost(SOON).until(() -> heard.stream()
                .anyMatch(one -> one.getType().equals(ExchangeMigrationMXBean.FAILED)
                        && one.getMessage().contains(person.address())
                        && one.getMessage().contains("no mailbox")));
        exchange.mailbox(person.address());
        assertThat((Integer) console.ask(BEAN, "retryFailed")).isPositive();
        when(job, "DONE");
    }

    @Test
    void whatMakesNoSenseIsRefusedInWordsOfTheJdk() {
        assertThatThrownBy(() -> console.ask(BEAN, "startAnnouncedMigration", "a@kalends.test", "tomorrow", ""))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        for (var arguments : new String[][] {{" , ", "", ""}, {"a@kalends.test", "tomorrow", ""}}) {
            assertThatThrownBy(() -> console.ask(BEAN, "startMigration", true, arguments))
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> console.ask(BEAN, "stop", "nothing"))
                .hasRootCauseMessage("job: must be the id of a job");
        assertThatThrownBy(() -> console.ask(BEAN, "job", "3d1c8a5e-0000-4000-8000-000000000001"))
                .hasRootCauseMessage("There is no such job");
        assertThatThrownBy(() -> console.ask(BEAN, "listJobs", "asleep"))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
