package org.kalends.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Messenger;
import org.kalends.support.Planning;

/** Cards and their buttons, over the Bot API of a messenger that can be told to misbehave. */
class MessengerIT {

    private static final String BORIS = "boris@kalends.test";
    private static final String EVA = "eva@kalends.test";
    private static final String ANNA = "anna@kalends.test";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static int tests = 0;

    private final KalendsServer server = FaultyServer.shared().server();
    private final Messenger messenger = new Messenger(server);
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void anotherWeek() {
        day = LocalDate.of(2027, 5, 3).plusWeeks(tests++);
    }

    private ApiClient.Answer invited(String title) {
        var event = Planning.inviting(Planning.timed(title, day, "10:00", "11:00"), BORIS);
        var made = anna.post("/api/v1/events", event.toString());
        assertThat(made.status()).isEqualTo(201);
        return made;
    }

    private String answer(ApiClient.Answer event) {
        return Planning.attendee(anna.get(Planning.path(event)).body(), BORIS)
                .get("status")
                .asText();
    }

    private void answered(ApiClient.Answer event, String status) {
        await().atMost(SOON).until(() -> answer(event).equals(status));
    }

    private static boolean says(JsonNode card, String words) {
        return card.get("text").asText().contains(words);
    }

    @Test
    void aButtonOfACardAnswersTheInvitation() {
        var event = invited("Cards on the table");
        var card = messenger.await(BORIS, "Cards on the table");
        assertThat(Messenger.asks(card)).isTrue();

        assertThat(messenger.press(card, "accepted")).isEqualTo(202);

        answered(event, "accepted");
        var mine = messenger.await(BORIS, "Cards on the table", now -> says(now, "Вы приняли"));
        assertThat(mine.get("id")).isEqualTo(card.get("id"));
        assertThat(Messenger.asks(mine)).isTrue();
        await().atMost(SOON).until(() -> messenger.heard(card), heard -> heard.contains("Вы приняли"));
        assertThat(messenger.cards(BORIS, "Cards on the table")).hasSize(1);
        assertThat(says(messenger.await(ANNA, "Cards on the table"), "Борис")).isTrue();
    }

    @Test
    void anAnswerByAnotherWayStandsOnTheCardToo() {
        invited("Answered elsewhere");
        var card = messenger.await(BORIS, "Answered elsewhere");
        var boris = ApiClient.loggedIn(server, "boris");
        var copy = Planning.items(boris.get("/api/v1/events?" + Planning.range(day, day.plusDays(1)))).stream()
                .filter(event -> event.get("title").asText().equals("Answered elsewhere"))
                .findFirst()
                .orElseThrow();
        var path = "/api/v1/events/" + copy.get("id").asText() + "/answer";
        assertThat(boris.put(path, "{\"status\":\"declined\"}").status()).isEqualTo(200);

        var mine = messenger.await(BORIS, "Answered elsewhere", now -> says(now, "Вы отклонили"));
        assertThat(mine.get("id")).isEqualTo(card.get("id"));
    }

    @Test
    void aChangeAndACancellationCloseWhatWasShownBefore() {
        var event = invited("Moves and ends");
        var first = messenger.await(BORIS, "Moves and ends");
        var path = Planning.path(event);
        var later = Planning.timed("Moves and ends", day, "12:00", "13:00");
        var moved = anna.patch(path, anna.get(path).etag(), later.toString());
        assertThat(moved.status()).isEqualTo(200);

        var second = messenger.await(BORIS, "Moves and ends", now -> says(now, "12:00"));
        assertThat(Messenger.asks(second)).isTrue();
        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
        await().atMost(SOON)
                .until(() -> messenger.cards(BORIS, "Moves and ends").stream()
                                .filter(Messenger::asks)
                                .count()
                        == 1);

        assertThat(anna.delete(path, anna.get(path).etag()).status()).isEqualTo(204);
        messenger.await(BORIS, "Moves and ends", now -> !Messenger.asks(now) && says(now, "отменено"));
        await().atMost(SOON)
                .until(() -> messenger.cards(BORIS, "Moves and ends").stream().noneMatch(Messenger::asks));
    }

    @Test
    void whatTheMessengerDoesNotTakeNowItIsShownLater() {
        messenger.fault("{\"method\":\"messages/sendText\",\"kind\":\"STATUS\",\"times\":1,\"status\":503}");
        messenger.fault(
                "{\"method\":\"messages/sendText\",\"kind\":\"STATUS\",\"times\":1,\"status\":429,\"retryAfter\":1}");
        invited("Shown in spite of all");

        messenger.await(BORIS, "Shown in spite of all");
        assertThat(messenger.cards(BORIS, "Shown in spite of all")).hasSize(1);
    }

    /** Of an answer that is cut off nobody knows whether the card was shown: it comes once more rather than never. */
    @Test
    void whatIsCutOffComesOnceMoreAtMost() {
        messenger.fault("{\"method\":\"messages/sendText\",\"kind\":\"CUT\",\"times\":1}");
        invited("Cut off");

        messenger.await(BORIS, "Cut off");
        await().during(QUIET).atMost(SOON).untilAsserted(() -> assertThat(messenger.cards(BORIS, "Cut off"))
                .hasSizeBetween(1, 2));
    }

    @Test
    void aMessengerThatHangsHoldsUpNoRequestAndLosesNothing() {
        messenger.fault("{\"method\":\"messages/sendText\",\"kind\":\"HANG\",\"times\":1}");
        invited("Hangs on");

        messenger.await(BORIS, "Hangs on");
        assertThat(messenger.cards(BORIS, "Hangs on")).hasSize(1);
    }

    @Test
    void whatIsPressedAfterTheNodeThatAskedHasDiedIsTakenByAnother() {
        var event = invited("Inherited");
        var card = messenger.await(BORIS, "Inherited");
        var dead = UUID.randomUUID();
        server.database()
                .useHandle(handle -> handle.execute(
                        "update node_lease set node = ?, until = clock_timestamp() + interval '8 seconds'"
                                + " where name = 'messenger'",
                        dead));
        await().atMost(SOON).until(() -> !holder().equals(dead));
        assertThat(messenger.press(card, "accepted")).isEqualTo(202);
        answered(event, "accepted");
    }

    private UUID holder() {
        return server.database()
                .withHandle(handle -> handle.createQuery("select node from node_lease where name = 'messenger'")
                        .mapTo(UUID.class)
                        .one());
    }

    @Test
    void pressesThatComeTwiceAndBackwardsCountOnce() {
        var event = invited("Pressed twice");
        var card = messenger.await(BORIS, "Pressed twice");
        messenger.press(card, "tentative");
        answered(event, "tentative");
        messenger.await(BORIS, "Pressed twice", now -> says(now, "возможно, придёте"));
        messenger.press(card, "accepted");
        answered(event, "accepted");
        var said = messenger.cards(ANNA, "Pressed twice").size();

        messenger.fault("{\"method\":\"events/get\",\"kind\":\"REPEATED\",\"times\":1}");
        var other = invited("Witness of presses");
        messenger.press(messenger.await(BORIS, "Witness of presses"), "declined");
        answered(other, "declined");

        assertThat(answer(event)).isEqualTo("accepted");
        assertThat(messenger.cards(ANNA, "Pressed twice").size()).isEqualTo(Math.max(said, 2));
    }

    @Test
    void nobodyAnswersForAnother() {
        var event = invited("Not yours");
        var card = messenger.await(BORIS, "Not yours");

        messenger.pressAs("clara@kalends.test", card, "declined");

        await().atMost(SOON).until(() -> messenger.heard(card), heard -> heard.contains("адресовано не вам"));
        assertThat(answer(event)).isEqualTo("needs-action");
    }

    @Test
    void whoShutsTheBotOutIsShownNothingMoreUntilHeSpeaksToIt() {
        var eva = ApiClient.loggedIn(server, "eva");
        shutOut(eva, "Shut out");
        assertThat(messenger.cards(EVA, "Shut out")).isEmpty();

        messenger.say(EVA, "/start");

        messenger.await(EVA, "Hello");
        assertThat(account(eva).get("refusedAt").isNull()).isTrue();
        invite("Let in again");
        messenger.await(EVA, "Let in again");
    }

    @Test
    void hisSettingsLetTheBotInAgainToo() {
        var eva = ApiClient.loggedIn(server, "eva");
        shutOut(eva, "Shut out once more");

        assertThat(eva.delete("/api/v1/settings/messenger/refusal", "").status())
                .isEqualTo(204);

        assertThat(account(eva).get("refusedAt").isNull()).isTrue();
    }

    private void invite(String title) {
        var event = Planning.inviting(Planning.timed(title, day, "10:00", "11:00"), EVA);
        assertThat(anna.post("/api/v1/events", event.toString()).status()).isEqualTo(201);
    }

    /** By her messenger, as the bot wants to show her an invitation. */
    private void shutOut(ApiClient eva, String title) {
        messenger.fault("{\"method\":\"messages/sendText\",\"kind\":\"DESCRIPTION\",\"times\":1,"
                + "\"description\":\"Permission denied\"}");
        invite(title);
        await().atMost(SOON).until(() -> account(eva).get("refusedAt").isTextual());
    }

    private static JsonNode account(ApiClient person) {
        return person.get("/api/v1/settings/messenger").body();
    }

    @Test
    void anAccountIsLinkedByACodeThatIsSaidToTheBot() {
        var dmitri = ApiClient.loggedIn(server, "dmitri");
        assertThat(account(dmitri).get("account").asText()).isEqualTo("dmitri@kalends.test");
        assertThat(account(dmitri).get("linked").asBoolean()).isFalse();
        var code = dmitri.post("/api/v1/settings/messenger/link", "");
        assertThat(code.status()).isEqualTo(201);

        messenger.say(
                "d.private@chat.example", "/start " + code.body().get("code").asText());

        messenger.await("d.private@chat.example", "Теперь это чат");
        assertThat(account(dmitri).get("account").asText()).isEqualTo("d.private@chat.example");
        var event =
                Planning.inviting(Planning.timed("To the other account", day, "10:00", "11:00"), "dmitri@kalends.test");
        var made = anna.post("/api/v1/events", event.toString());
        var card = messenger.await("d.private@chat.example", "To the other account");
        assertThat(messenger.cards("dmitri@kalends.test", "To the other account"))
                .isEmpty();
        messenger.press(card, "accepted");
        await().atMost(SOON)
                .until(() -> Planning.attendee(anna.get(Planning.path(made)).body(), "dmitri@kalends.test")
                        .get("status")
                        .asText()
                        .equals("accepted"));

        messenger.say("thief@chat.example", code.body().get("code").asText());
        messenger.await("thief@chat.example", "not valid any more");
        assertThat(dmitri.delete("/api/v1/settings/messenger/link", "").status())
                .isEqualTo(204);
        assertThat(account(dmitri).get("account").asText()).isEqualTo("dmitri@kalends.test");
    }

    @Test
    void aStrangerIsToldHowToBecomeKnown() {
        messenger.say("stranger@chat.example", "hello");
        messenger.await("stranger@chat.example", "I do not know you");
    }

    @Test
    void anUnknownCardOrButtonIsRefused() {
        var nobody = ApiClient.anonymous(server);
        assertThat(nobody.post("/demo/messenger/cards/999999/press", "{\"answer\":\"accepted\"}")
                        .status())
                .isEqualTo(404);
        assertThat(nobody.post("/demo/messenger/cards/x/press", "{}").status()).isEqualTo(404);
        invited("Has three buttons");
        var card = messenger.await(BORIS, "Has three buttons");
        assertThat(messenger.press(card, "perhaps")).isEqualTo(409);
        var path = "/demo/messenger/cards/" + card.get("id").asText() + "/press";
        assertThat(nobody.post(path, "nonsense").status()).isEqualTo(400);
    }
}
