package org.kalends.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.ExchangeSim.Mood;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.CommandLine;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;

class MailboxLookupIT {

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");

    @AfterEach
    void keepsToTheSchema() {
        exchange.is(Mood.WELL);
        assertThat(exchange.violations()).isEmpty();
    }

    private Answer lookUp(String address) {
        return admin.get("/api/v1/admin/exchange/mailboxes/" + address);
    }

    @Test
    void aMailboxIsToldWithItsCalendarsTheDefaultOneFirstAndWithoutTheTrash() {
        exchange.mailbox("ivan@kalends.test")
                .with("Sport", 3)
                .withDeleted("Old")
                .with("Руководство & К°", 0);
        var calendars = lookUp("ivan@kalends.test").body().get("calendars");
        assertThat(calendars.findValuesAsText("name")).containsExactly("Calendar", "Sport", "Руководство & К°");
        assertThat(calendars.get(1).get("items").asInt()).isEqualTo(3);
    }

    @Test
    void allCalendarsAreToldHoweverManyThereAre() {
        var many = exchange.mailbox("many@kalends.test");
        IntStream.range(0, 401).forEach(i -> many.with("Calendar " + i, i));
        assertThat(lookUp("many@kalends.test").body().get("calendars")).hasSize(402);
    }

    @Test
    void ofAMailboxThatThereIsNotOrThatIsNotOursToActForTheReasonIsTold() {
        var missing = lookUp("nobody@kalends.test");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body().get("exchangeCode").asText()).isEqualTo("ErrorNonExistentMailbox");
        exchange.mailbox("boss@kalends.test");
        exchange.forbid("boss@kalends.test");
        var refused = lookUp("boss@kalends.test");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").asText()).contains("ApplicationImpersonation");
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, 503, busy",
        "UNAVAILABLE, 503, busy",
        "HANGING, 503, cannot be reached",
        "CUT, 503, cannot be reached",
        "GARBAGE, 503, no answer",
        "DTD, 503, DTD",
        "HUGE, 503, more than"
    })
    void anExchangeThatIsUnwellIsToldOf(Mood mood, int status, String words) {
        exchange.mailbox("ivan@kalends.test");
        exchange.is(mood);
        var answer = lookUp("ivan@kalends.test");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().get("detail").asText()).contains(words);
    }

    @Test
    void howLongABusyExchangeWantsToBeLeftAloneIsTold() {
        exchange.mailbox("ivan@kalends.test");
        exchange.is(Mood.BUSY);
        assertThat(lookUp("ivan@kalends.test").body().get("retryAfter").asInt()).isEqualTo(4);
        exchange.is(Mood.UNAVAILABLE);
        assertThat(lookUp("ivan@kalends.test").body().get("retryAfter").asInt()).isEqualTo(8);
    }

    @Test
    void whatIsNoAddressIsRefusedAndNobodyButAnAdministratorMayAsk() {
        assertThat(lookUp("ivan").status()).isEqualTo(400);
        assertThat(lookUp("%00@kalends.test").status()).isEqualTo(400);
        assertThat(lookUp("a".repeat(400) + "@kalends.test").status()).isEqualTo(400);
        assertThat(ApiClient.loggedIn(server, "anna")
                        .get("/api/v1/admin/exchange/mailboxes/ivan@kalends.test")
                        .status())
                .isEqualTo(403);
        assertThat(ApiClient.anonymous(server)
                        .get("/api/v1/admin/exchange/mailboxes/ivan@kalends.test")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theCommandLineAsksAndItsStatusSaysWhetherAllIsWell() throws Exception {
        exchange.mailbox("ivan@kalends.test");
        var made = admin.post("/api/v1/app-passwords", "{\"name\":\"exchange\",\"scope\":\"rest\"}");
        var secret = made.body().get("secret").asText();
        assertThat(checked(secret, "ivan@kalends.test", 0)).contains("\"Calendar\"");
        assertThat(checked(secret, "no body@kalends.test", 1)).contains("address");
    }

    private String checked(String secret, String address, int status) throws Exception {
        var said = CommandLine.ask(server, secret, "exchange", "check", address);
        assertThat(said.status()).as(said.output()).isEqualTo(status);
        return said.output();
    }

    @Test
    void withoutAnExchangeThatIsSaid() {
        var answer = ApiClient.loggedIn(KalendsServer.shared(), "admin")
                .get("/api/v1/admin/exchange/mailboxes/ivan@kalends.test");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().get("detail").asText()).contains("kalends.exchange.url");
    }
}
