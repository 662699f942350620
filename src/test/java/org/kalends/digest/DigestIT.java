package org.kalends.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Messenger;
import org.kalends.support.Person;
import org.kalends.support.Planning;
import org.kalends.support.ScriptedRelay.Mail;

/** The day told in the morning; the tests move the morning. */
class DigestIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final FaultyServer faulty = FaultyServer.shared();
    private final KalendsServer server = faulty.server();
    private final Messenger messenger = new Messenger(server);
    private final Person reader = Person.on(server, "early", "ru");
    private final ApiClient early = reader.api();
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final ObjectNode before = (ObjectNode) early.get("/api/v1/settings").body();
    private final UUID person = UUID.fromString(reader.id());
    private final LocalDate today = LocalDate.now(ZONE);

    private void wanted(boolean mail, boolean card) {
        var with = before.deepCopy();
        ((ObjectNode) with.get("notifications").get("digest")).put("mail", mail).put("messenger", card);
        with.put("digestAt", "07:30");
        assertThat(early.put("/api/v1/settings", with.toString()).status()).isEqualTo(200);
    }

    private Instant due() {
        return server.database()
                .withHandle(handle -> handle.createQuery("select due_at from digest_due where home_id = ?")
                        .bind(0, person)
                        .map((row, context) -> row.getTimestamp(1).toInstant())
                        .findOne()
                        .orElse(Instant.EPOCH));
    }

    private void morning(Duration ago) {
        server.database()
                .useHandle(handle -> handle.execute(
                        "update digest_due set due_at = now() - make_interval(secs => ?) where home_id = ?",
                        ago.toSeconds(),
                        person));
    }

    @Test
    void isOfferedAndNotForcedOnAnybody() {
        assertThat(before.at("/notifications/digest/mail").asBoolean()).isFalse();
        assertThat(due()).isEqualTo(Instant.EPOCH);
        wanted(true, false);
        assertThat(due().atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(7, 30));
        assertThat(due()).isAfter(Instant.now()).isBefore(Instant.now().plus(Duration.ofDays(1)));
        wanted(false, false);
        assertThat(due()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void tellsWhatIsOnByEachWayOnceAndNothingOfWhatWasDeclined() {
        var title = "Digest " + UUID.randomUUID();
        var place = Planning.timed(title, today, "23:00", "23:30").put("location", "Neva");
        assertThat(early.post("/api/v1/events", place.toString()).status()).isEqualTo(201);
        var far = Planning.timed("Tomorrow " + title, today.plusDays(1), "10:00", "11:00");
        early.post("/api/v1/events", far.toString());
        var declined =
                Planning.inviting(Planning.timed("Declined " + title, today, "22:00", "22:30"), reader.address());
        var uid = anna.post("/api/v1/events", declined.toString())
                .body()
                .get("uid")
                .asText();
        var copy = await().atMost(SOON)
                .until(
                        () ->
                                Planning.items(early.get("/api/v1/events?" + Planning.range(today, today.plusDays(1))))
                                        .stream()
                                        .filter(event ->
                                                event.get("uid").asText().equals(uid))
                                        .map(event -> event.get("id").asText())
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        early.put("/api/v1/events/" + copy + "/answer", "{\"status\":\"declined\"}");

        wanted(true, true);
        morning(Duration.ZERO);
        var mail = await().atMost(SOON)
                .until(() -> digest(title), Optional::isPresent)
                .orElseThrow();
        assertThat(mail.subject()).startsWith("Ваш день: ");
        assertThat(mail.text()).contains("23:00–23:30").contains("Neva").doesNotContain("Tomorrow", "Declined");
        await().atMost(SOON).until(() -> cards(title).size() == 1);
        var card = cards(title).get(0);
        assertThat(card.get("text").asText()).contains("23:00–23:30").doesNotContain("Declined");
        assertThat(due()).as("the next morning").isAfter(Instant.now());

        morning(Duration.ZERO);
        await().atMost(SOON).until(() -> due().isAfter(Instant.now()));
        assertThat(cards(title)).as("once a day").hasSize(1);
    }

    private Optional<Mail> digest(String title) {
        return faulty.relay().read(reader.address()).stream()
                .filter(mail -> mail.subject().startsWith("Ваш день"))
                .filter(mail -> mail.text().contains(title))
                .findFirst();
    }

    @Test
    void whatTheMorningHasPassedLongAgoIsNotTold() {
        wanted(true, false);
        long told = mails();
        morning(Duration.ofHours(7));
        await().atMost(SOON).until(() -> due().isAfter(Instant.now()));
        assertThat(mails()).isEqualTo(told);
    }

    private long mails() {
        return faulty.relay().read(reader.address()).stream()
                .filter(mail -> mail.subject().startsWith("Ваш день"))
                .count();
    }

    private List<JsonNode> cards(String title) {
        return messenger.cards(reader.address(), title).stream()
                .filter(card -> card.get("text").asText().startsWith("Ваш день"))
                .toList();
    }
}
