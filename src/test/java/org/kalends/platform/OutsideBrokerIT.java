package org.kalends.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSSecurityException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kalends.support.ApiClient;
import org.kalends.support.OutsideBroker;
import org.kalends.support.Planning;
import org.kalends.support.TestDatabase;

/** Two nodes on one PostgreSQL and one Artemis, which stands outside of both; parts of it are killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideBrokerIT {

    private static final Duration BACKLOG_GONE = Duration.ofSeconds(60);
    private static final Duration GOING_ON = Duration.ofSeconds(60);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(45);

    /** The container's word for a listener that threw. */
    private static final String REFUSED = "MDB00037";

    private static OutsideBroker broker;
    private static Nodes nodes;
    private static ApiClient anna;

    @BeforeAll
    static void start() throws Exception {
        broker = OutsideBroker.started();
        var there = List.of("--broker", broker.address());
        nodes = Nodes.started(
                there,
                there,
                Map.of("KALENDS_BROKER_USER", OutsideBroker.USER, "KALENDS_BROKER_PASSWORD", OutsideBroker.PASSWORD));
        anna = ApiClient.loggedIn(nodes.a(), "anna");
    }

    @AfterAll
    static void stop() {
        if (nodes != null) nodes.close();
        broker.close();
    }

    @Test
    @Order(1)
    void theBrokerLetsNobodyInWhoDoesNotSayWhoHeIs() {
        try (var stranger = new ActiveMQConnectionFactory("tcp://" + broker.address())) {
            assertThatExceptionOfType(JMSSecurityException.class).isThrownBy(stranger::createConnection);
        }
        assertThat(told("broker")).isEqualTo("reachable");
    }

    @Test
    @Order(2)
    void withoutTheDatabaseANodeIsNotReadyAndIsAgainWhenItIsBack() {
        assertThat(ready()).isEqualTo(200);
        TestDatabase.shut(nodes.database());
        try {
            await().atMost(GOING_ON).until(() -> ready() == 503);
        } finally {
            TestDatabase.open(nodes.database());
        }
        await().atMost(GOING_ON).until(() -> ready() == 200);
    }

    @Test
    @Order(3)
    void withTheSchemaOfAnOlderVersionANodeIsNotReady() {
        var database = TestDatabase.at(nodes.database());
        var last = database.withHandle(handle -> handle.createQuery(
                        "select version from flyway_schema_history order by installed_rank desc limit 1")
                .mapTo(String.class)
                .one());
        database.useHandle(handle ->
                handle.execute("update flyway_schema_history set version = version || '.0.1' where version = ?", last));
        assertThat(ready()).isEqualTo(503);
        database.useHandle(handle ->
                handle.execute("update flyway_schema_history set version = ? where version = ? || '.0.1'", last, last));
        assertThat(ready()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void noMessageGoesBackToTheBrokerWhileTheDatabaseIsAwayForAMoment() throws Exception {
        var day = LocalDate.of(2029, 4, 2);
        try (var onA = Saver.started(anna, "Held a", day);
                var onB = Saver.started(anna.at(nodes.b()), "Held b", day)) {
            await().atMost(GOING_ON).until(() -> onA.acknowledged().size() >= 20);
            TestDatabase.shut(nodes.database());
            try {
                await().atMost(GOING_ON).until(() -> ready() == 503);
            } finally {
                TestDatabase.open(nodes.database());
            }
            var before = onA.acknowledged().size();
            await().atMost(GOING_ON).until(() -> onA.acknowledged().size() >= before + 10);
            onA.stop();
            onB.stop();
            nodes.awaitDelivered(nodes.b(), day, "Held", BACKLOG_GONE, onA, onB);
        }
        assertThat(Files.readString(nodes.a().log())).doesNotContain(REFUSED);
        assertThat(Files.readString(nodes.b().log())).doesNotContain(REFUSED);
    }

    @Test
    @Order(5)
    void aKilledBrokerHindersNoSaveAndTheBacklogIsGoneAMinuteAfterItsReturn() throws Exception {
        var day = LocalDate.of(2029, 4, 3);
        try (var onA = Saver.started(anna, "Broken a", day);
                var onB = Saver.started(anna.at(nodes.b()), "Broken b", day)) {
            await().atMost(GOING_ON).until(() -> onA.acknowledged().size() >= 10);
            broker.kill();
            var before = onA.acknowledged().size();
            await().atMost(GOING_ON).until(() -> onA.acknowledged().size() >= before + 10);
            assertThat(told("broker")).startsWith("degraded");
            assertThat(ready()).isEqualTo(200);
            onA.stop();
            onB.stop();
            assertThat(onA.refused()).isEmpty();
            assertThat(onB.refused()).isEmpty();
            broker.start();
            nodes.awaitDelivered(nodes.b(), day, "Broken", BACKLOG_GONE, onA, onB);
        }
        assertThat(Nodes.repeats(nodes.mails("Broken"))).isZero();
        assertThat(told("broker")).isEqualTo("reachable");
    }

    @Test
    @Order(6)
    void whenANodeIsKilledAmidSavesTheOtherFinishesItsWork() throws Exception {
        var day = LocalDate.of(2029, 4, 4);
        try (var onA = Saver.started(anna, "Left a", day);
                var onB = Saver.started(anna.at(nodes.b()), "Left b", day)) {
            await().atMost(GOING_ON).until(() -> onA.acknowledged().size() >= 20);
            nodes.a().kill();
            onA.stop();
            var before = onB.acknowledged().size();
            await().atMost(GOING_ON).until(() -> onB.acknowledged().size() >= before + 10);
            onB.stop();
            assertThat(onB.refused()).isEmpty();
            // rows that the dead node had claimed are free again after a quarter of a minute
            nodes.awaitDelivered(nodes.b(), day, "Left", LEFT_BEHIND, onA, onB);
        }
        assertThat(Nodes.repeats(nodes.mails("Left"))).isLessThanOrEqualTo(Nodes.SENDERS);
    }

    @Test
    @Order(7)
    void withoutTheRelayANodeIsReadyAndSaysThatMailsWait() {
        nodes.stopRelay();
        assertThat(told("mail-relay")).startsWith("degraded");
        assertThat(ready()).isEqualTo(200);
    }

    private static int ready() {
        return nodeB("/health/ready").status();
    }

    private static ApiClient.Answer nodeB(String path) {
        return ApiClient.anonymous(nodes.b()).get(path);
    }

    private static String told(String check) {
        return Planning.list(nodeB("/health/ready").body().get("checks")).stream()
                .filter(one -> one.get("name").asText().equals(check))
                .map(one -> one.at("/data/state").asText())
                .findFirst()
                .orElseThrow();
    }
}
