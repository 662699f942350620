package org.kalends.exchange.sync.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.JmxConsole;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** What an administrator sees and does of mailboxes that are kept the same, with any JMX client. */
class SyncConsoleIT {

    private static final String BEAN = "type=ExchangeSync";

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final Person person = Person.on(server, "console", "en");
    private JmxConsole console;

    @BeforeEach
    void open() throws Exception {
        console = JmxConsole.of(server);
        exchange.mailbox(person.address())
                .holding(SimItem.named("Kept", "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z"));
    }

    @AfterEach
    void close() throws Exception {
        console.ask(BEAN, "unsubscribe", person.address());
        console.close();
    }

    private String[] lines(String operation, String argument) throws Exception {
        return (String[]) console.ask(BEAN, operation, argument);
    }

    private CompositeData mailbox() throws Exception {
        for (var one : (CompositeData[]) console.ask(BEAN, "listSubscriptions")) {
            if (one.get("address").equals(person.address())) return one;
        }
        throw new AssertionError("it is not there");
    }

    @Test
    void aMailboxIsKeptTheSameFromTheConsole() throws Exception {
        assertThat(lines("testConnection", person.address())).containsExactly("Calendar: 1");
        assertThat(lines("subscribe", person.address() + ", nobody@kalends.test"))
                .containsExactly(
                        person.address() + ": subscribed", "nobody@kalends.test: Nobody here has that address");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !mailbox().get("synced").equals(""));
        assertThat(mailbox().get("problem")).isEqualTo("");
        assertThat(console.number(BEAN, "Mailboxes")).isPositive();
        await().atMost(Duration.ofSeconds(15)).until(() -> console.number(BEAN, "QueueDepth") == 0);
        assertThat(console.number(BEAN, "LagSeconds")).isZero();
        assertThat(((CompositeData) console.ask(BEAN, "resync", person.address())).get("address"))
                .isEqualTo(person.address());
        assertThat(lines("notes", person.address())).isEmpty();
        assertThat(ApiClient.anonymous(server).get("/metrics").raw().body())
                .contains("kalends_exchange_mailboxes{", "kalends_exchange_lag_seconds{");
        assertThat(lines("unsubscribe", person.address())).containsExactly(person.address() + ": unsubscribed");
        assertThat(lines("unsubscribe", person.address()))
                .containsExactly(person.address() + ": This mailbox is not kept the same");
    }

    @Test
    void whatMakesNoSenseIsSaidInWordsOfTheConsole() {
        assertThatThrownBy(() -> console.ask(BEAN, "subscribe", " , "))
                .hasRootCauseMessage("mailboxes: must be addresses between commas");
        assertThatThrownBy(() -> console.ask(BEAN, "resync", person.address()))
                .hasRootCauseMessage("This mailbox is not kept the same");
        assertThatThrownBy(() -> console.ask(BEAN, "testConnection", "nobody"))
                .hasRootCauseMessage("mailbox: is not a mail address");
    }
}
