package org.kalends.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.Counters;
import org.kalends.support.FaultyServer;
import org.kalends.support.JmxConsole;
import org.kalends.support.ScriptedRelay;
import org.kalends.support.ScriptedRelay.Conduct;
import org.kalends.support.ScriptedRelay.Mail;

/** The relay misbehaves, the whole server goes on: nothing is lost, nothing that was taken is sent again. */
class RelayFaultsIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration SAVED_WITHIN = Duration.ofSeconds(2);
    private static final int SENDERS = 8;

    private static int tests = 0;

    private final FaultyServer faulty = FaultyServer.shared();
    private final ScriptedRelay relay = faulty.relay();
    private final ApiClient anna = ApiClient.loggedIn(faulty.server(), "anna");
    private final LocalDate day = LocalDate.of(2029, 1, 1).plusWeeks(tests++);
    private final String guest = "guest-" + tests + "@example.org";

    private void plans(String... guests) {
        long began = System.nanoTime();
        var made = anna.post(
                "/api/v1/events",
                inviting(timed("Fault", day, "10:00", "11:00"), guests).toString());
        assertThat(made.status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SAVED_WITHIN);
    }

    private List<String> taken(Duration within, String recipient) {
        return await().atMost(within).until(() -> relay.acknowledged(recipient), ids -> !ids.isEmpty());
    }

    private long count(String counter) {
        return new Counters(FaultyServer.shared().server()).of("kalends_mails_" + counter);
    }

    @Test
    void withTheRelayDownSavingWorksAndTheMailLeavesLater() {
        relay.stop();
        long before = count("delayed");
        plans(guest);
        await().atMost(AT_ONCE).until(() -> count("delayed") > before);
        relay.start();

        assertThat(taken(SOON, guest)).hasSize(1);
    }

    @Test
    void aTemporaryRefusalIsAskedAgainAfterAPauseUntilItIsTaken() {
        relay.meets(guest, Conduct.SAYS_LATER, Conduct.SAYS_LATER);
        long before = count("sent");
        plans(guest);

        assertThat(taken(SOON, guest)).hasSize(1);
        assertThat(relay.attempts(guest)).isEqualTo(3);
        await().atMost(AT_ONCE).until(() -> count("sent") > before);
    }

    @Test
    void aRefusalForGoodIsAskedOnceAndToldToTheOrganizerAndTheOthersGetTheirMail() {
        var nobody = "nobody-" + tests + "@example.org";
        relay.meets(nobody, Conduct.SAYS_NEVER, Conduct.SAYS_NEVER, Conduct.SAYS_NEVER);
        long before = count("failed");
        plans(nobody, guest);

        assertThat(taken(AT_ONCE, guest)).hasSize(1);
        await().atMost(AT_ONCE).until(() -> relay.read("anna@kalends.test").stream()
                .map(Mail::subject)
                .anyMatch(subject -> subject.contains("Fault")));
        assertThat(count("failed")).isEqualTo(before + 1);
        await().during(Duration.ofSeconds(2)).atMost(AT_ONCE).until(() -> relay.attempts(nobody) == 1);
    }

    @Test
    void aConsoleSeesWhatBecameOfTheMails() throws Exception {
        try (var console = JmxConsole.of(FaultyServer.shared().server())) {
            var mail = "type=Channel,name=mail";
            long sent = console.total(mail, "Sent");
            long failed = console.total(mail, "Failed");
            long delayed = console.total(mail, "Delayed");
            var nobody = "nobody-" + tests + "@example.org";
            relay.meets(nobody, Conduct.SAYS_NEVER);
            relay.meets(guest, Conduct.SAYS_LATER);
            plans(nobody, guest);
            assertThat(taken(SOON, guest)).hasSize(1);
            await().atMost(AT_ONCE).until(() -> console.total(mail, "Failed") > failed);
            assertThat(console.total(mail, "Sent")).isGreaterThan(sent);
            assertThat(console.total(mail, "Delayed")).isGreaterThan(delayed);
            assertThat(console.total(mail, "Bounced")).isNotNegative();
            for (var other : List.of("messenger", "browser"))
                assertThat(console.total("type=Channel,name=" + other, "Sent")).isNotNegative();
        }
    }

    @Test
    void whileTheRelaySleepsOnEverySenderSavingIsNoSlowerAndEachMailArrivesOnce() {
        var guests = IntStream.rangeClosed(1, SENDERS + 4)
                .mapToObj(i -> "sleeper-" + i + "@example.org")
                .toList();
        guests.forEach(sleeper -> relay.meets(sleeper, Conduct.SLEEPS));
        plans(guests.toArray(String[]::new));
        await().atMost(AT_ONCE)
                .until(() -> guests.stream().mapToLong(relay::attempts).sum() == SENDERS);
        for (int i = 0; i < 10; i++) plans("late-" + i + "@example.org");
        await().during(Duration.ofSeconds(3)) // longer than any other answer is waited for
                .atMost(AT_ONCE)
                .until(() -> guests.stream().mapToLong(relay::attempts).sum() == SENDERS);

        await().pollInterval(Duration.ofMillis(200)).atMost(SOON).until(() -> {
            relay.wakeUp();
            return guests.stream()
                    .allMatch(sleeper -> relay.acknowledged(sleeper).size() == 1);
        });
        for (int i = 0; i < 10; i++)
            assertThat(taken(SOON, "late-" + i + "@example.org")).hasSize(1);
        assertThat(guests).allMatch(sleeper -> relay.read(sleeper).size() == 1);
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerSendsTheSameMailAgainUntilItIsTaken() {
        relay.meets(guest, Conduct.DROPS_UNANSWERED, Conduct.DROPS_UNANSWERED);
        plans(guest);

        assertThat(taken(SOON, guest)).hasSize(1);
        assertThat(relay.read(guest)).hasSize(3);
        assertThat(Set.copyOf(relay.read(guest).stream().map(Mail::messageId).toList()))
                .hasSize(1);
    }

    @Test
    void aConnectionThatBreaksAfterTheAnswerSendsNothingAgain() {
        relay.meets(guest, Conduct.DROPS_ANSWERED);
        plans(guest);

        taken(AT_ONCE, guest);
        await().during(Duration.ofSeconds(3))
                .atMost(AT_ONCE)
                .until(() -> relay.read(guest).size() == 1);
    }
}
