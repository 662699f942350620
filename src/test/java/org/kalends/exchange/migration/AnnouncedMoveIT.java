package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;
import org.kalends.support.ScriptedRelay;
import org.kalends.support.ScriptedRelay.Mail;

/** A move of which guests are told, as an administrator may want it. */
class AnnouncedMoveIT {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final ScriptedRelay relay = FaultyServer.shared().relay();
    private final Moves moves = new Moves(server, ApiClient.loggedIn(server, "admin"));
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Person person = moves.somebody();
    private final Person colleague = moves.somebody();
    private final String guest = "guest" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

    @AfterEach
    void keepsToTheSchema() {
        assertThat(exchange.violations()).isEmpty();
        assertThat(exchange.mails()).isZero();
    }

    private static SimItem item(String subject, LocalDate day) {
        return SimItem.named(subject, day + "T06:00:00Z", day + "T07:00:00Z");
    }

    private SimItem meeting(String subject, LocalDate day, String organizer) {
        return item(subject, day)
                .with("IsMeeting", "true")
                .with("MyResponseType", organizer.equals(person.address()) ? "Organizer" : "Accept")
                .with("Organizer", mailbox(organizer))
                .with(
                        "RequiredAttendees",
                        attendee(guest) + attendee(colleague.address()) + attendee(person.address()));
    }

    private static String attendee(String address) {
        return "<t:Attendee>" + mailbox(address) + "<t:ResponseType>Unknown</t:ResponseType></t:Attendee>";
    }

    private static String mailbox(String address) {
        return "<t:Mailbox><t:Name>" + address + "</t:Name><t:EmailAddress>" + address
                + "</t:EmailAddress></t:Mailbox>";
    }

    private List<String> told(String address) {
        return relay.read(address).stream().map(Mail::subject).toList();
    }

    private void holding() {
        exchange.mailbox(person.address())
                .holding(
                        meeting("To come", today.plusDays(21), person.address()),
                        meeting("Over", today.minusDays(300), person.address()),
                        meeting("Of another", today.plusDays(22), "chief@example.org"),
                        item("Alone", today.plusDays(23)));
    }

    @Test
    void guestsOfWhatIsStillToComeAreInvitedOnce() {
        holding();
        var job = moves.moved(person, ",\"announce\":true");
        assertThat(job.get("announce").asBoolean()).isTrue();
        assertThat(Moves.counts(job)).isEqualTo("seen 4 created 4 updated 0 unchanged 0 skipped 0 failed 0");
        await().atMost(A_WHILE)
                .until(() ->
                        told(guest).size() == 1 && told(colleague.address()).size() == 1);
        assertThat(told(guest).get(0)).contains("To come");
        assertThat(relay.read(guest).get(0).text()).contains(person.login() + "@kalends.test invites you");
        assertThat(Moves.titles(colleague, today)).containsExactly("To come");
        moves.moved(person, ",\"announce\":true");
        exchange.mailbox(person.address()).holding(meeting("Later", today.plusDays(24), person.address()));
        moves.moved(person, ",\"announce\":true");
        await().atMost(A_WHILE).until(() -> told(guest).size() > 1);
        assertThat(told(guest)).as("what was told is not told again").hasSize(2);
        assertThat(told(person.address())).isEmpty();
        assertThat(told("chief@example.org")).isEmpty();
    }

    @Test
    void nobodyIsToldUnlessThatIsWanted() {
        holding();
        var job = moves.moved(person, "");
        assertThat(job.get("announce").asBoolean()).isFalse();
        moves.moved(person, ",\"dryRun\":true");
        exchange.mailbox(person.address()).holding(meeting("Told", today.plusDays(24), person.address()));
        moves.moved(person, ",\"announce\":true");
        await().atMost(A_WHILE).until(() -> !told(guest).isEmpty());
        assertThat(told(guest))
                .as("and nothing of what came in silence")
                .hasSize(1)
                .allMatch(mail -> mail.contains("Told"));
    }

    @Test
    void whatContradictsItselfIsRefused() {
        for (var other : List.of("dryRun", "verifyOnly")) {
            var answer = moves.start(",\"announce\":true,\"" + other + "\":true", person.address());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().toString()).contains("announce");
        }
    }
}
