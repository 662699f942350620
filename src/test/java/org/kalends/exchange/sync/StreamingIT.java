package org.kalends.exchange.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.KalendsServer;

/** Where Exchange cannot call, it tells of changes by a connection that is kept open to it. */
class StreamingIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static ExchangeSim exchange;
    private static KalendsServer server;

    private KeptSame both;

    @BeforeAll
    static void start() {
        exchange = ExchangeSim.started();
        var environment = new HashMap<>(exchange.streamingEnvironment());
        environment.put("KALENDS_EXCHANGE_STREAMS", "1");
        server = KalendsServer.fresh(environment);
    }

    @AfterAll
    static void stop() {
        server.close();
        exchange.close();
    }

    @BeforeEach
    void somebody() {
        both = new KeptSame(server, exchange, "streamed");
    }

    @AfterEach
    void ends() {
        both.close();
    }

    private static void within(Duration time, Callable<Boolean> condition) {
        await().atMost(time).ignoreExceptions().until(condition);
    }

    private KeptSame told() {
        both.begin();
        within(Duration.ofSeconds(40), () -> exchange.tells(both.person.address()) && exchange.streams() == 1);
        return both.settled();
    }

    private static void changes(KeptSame one, String subject) {
        one.mailbox.holding(SimItem.named(subject, "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z"));
    }

    @Test
    void whatChangesThereIsHereSoonAndTheOtherWay() {
        told();
        changes(both, "There");
        within(SOON, () -> both.titles().equals(List.of("There")));
        both.person.plan(timed("Here", LocalDate.of(2026, 12, 2), "10:00", "11:00"));
        within(SOON, () -> both.subjects().contains("Here"));
        assertThat(both.subscription().get("heardAt").isTextual()).isTrue();
        assertThat(exchange.found(both.person.address()))
                .as("requests that led to the mailbox's server")
                .isPositive();
    }

    @Test
    void afterTheConnectionBreaksAnotherTellsWhatHappenedMeanwhile() {
        told();
        exchange.cutStreams();
        changes(both, "Meanwhile");
        within(Duration.ofSeconds(30), () -> both.titles().equals(List.of("Meanwhile")));
        within(Duration.ofSeconds(30), () -> exchange.streams() == 1);
        changes(both, "Later");
        within(SOON, () -> both.titles().contains("Later"));
    }

    @Test
    void whatExchangeForgotToTellIsAskedForAnew() {
        told();
        exchange.forgetToTell(both.person.address());
        changes(both, "Untold");
        within(Duration.ofSeconds(30), () -> both.titles().equals(List.of("Untold")));
        within(Duration.ofSeconds(30), () -> exchange.tells(both.person.address()));
        changes(both, "Told");
        within(SOON, () -> both.titles().contains("Told"));
    }

    @Test
    void aConnectionTakesMailboxesThatComeLaterAndLetsGoOfThoseThatEnd() {
        told();
        try (var second = new KeptSame(server, exchange, "second");
                var third = new KeptSame(server, exchange, "third")) {
            second.begin();
            third.begin();
            for (var one : List.of(second, third)) {
                within(Duration.ofSeconds(40), () -> exchange.tells(one.person.address()));
                one.settled();
                changes(one, "Of " + one.person.login());
                within(SOON, () -> one.titles().size() == 1);
            }
            assertThat(exchange.streams()).isEqualTo(1);
            third.end();
            within(Duration.ofSeconds(40), () -> !exchange.tells(third.person.address()));
            changes(second, "Still told");
            within(SOON, () -> second.titles().size() == 2);
        }
    }

    @Test
    void oneThatExchangeDoesNotGiveUsKeepsNobodyElseFromBeingTold() {
        told();
        try (var lost = new KeptSame(server, exchange, "lost")) {
            lost.begin();
            within(Duration.ofSeconds(40), () -> exchange.tells(lost.person.address()));
            exchange.forbid(lost.person.address());
            exchange.forgetToTell(lost.person.address());
            exchange.forgetToTell(both.person.address());
            within(Duration.ofSeconds(40), () -> exchange.tells(both.person.address()) && exchange.streams() == 1);
            both.settled();
            changes(both, "Told all the same");
            within(SOON, () -> both.titles().contains("Told all the same"));
            assertThat(exchange.tells(lost.person.address())).isFalse();
        }
    }

    @Test
    void afterADeathSomebodyListensAgain() throws Exception {
        told();
        server.kill();
        changes(both, "While dead");
        server.start();
        within(Duration.ofSeconds(60), () -> both.titles().equals(List.of("While dead")));
        within(Duration.ofSeconds(60), () -> exchange.streams() == 1);
        changes(both, "Alive");
        within(SOON, () -> both.titles().contains("Alive"));
    }
}
