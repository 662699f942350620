package org.kalends.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimKerberos;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Kdc;

/** An Exchange that lets nobody in but with a ticket. */
class KerberosIT {

    @TempDir
    private Path folder;

    @Test
    void aMailboxIsAskedForWithATicketThatIsShownOnceForEachConnection() throws Exception {
        try (var kdc = Kdc.started(folder.resolve("kdc"));
                var exchange = ExchangeSim.started()) {
            var gate = new SimKerberos(Kdc.SERVICE, kdc.keys(Kdc.SERVICE), null);
            var environment = new HashMap<>(exchange.kerberosEnvironment(gate, Kdc.CLIENT, kdc.keys(Kdc.CLIENT)));
            environment.put("JAVA_TOOL_OPTIONS", "-Djava.security.krb5.conf=" + kdc.configuration());
            exchange.mailbox("anna@kalends.test").with("Team", 3);
            try (var server = KalendsServer.fresh(environment)) {
                var admin = ApiClient.loggedIn(server, "admin");
                IntStream.range(0, 5).forEach(i -> {
                    var found = admin.get("/api/v1/admin/exchange/mailboxes/anna@kalends.test");
                    assertThat(found.status()).as(found.raw().body()).isEqualTo(200);
                    assertThat(found.body().get("calendars").findValuesAsText("name"))
                            .containsExactly("Calendar", "Team");
                });
                assertThat(gate.last()).isEqualTo(Kdc.CLIENT);
                assertThat(gate.tickets()).isLessThan(exchange.asked() / 2);
                assertThat(exchange.violations()).isEmpty();
            }
        }
    }
}
