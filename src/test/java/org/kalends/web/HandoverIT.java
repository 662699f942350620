package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.attendee;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.list;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.Partner;
import org.kalends.support.Person;

/** A meeting that its organizer hands over to a colleague, as everybody sees it. */
class HandoverIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final LocalDate DAY = LocalDate.of(2028, 9, 4);

    private final KalendsServer server = KalendsServer.shared();
    private final Person from = Person.named("vera");
    private final Person to = Person.named("gleb");
    private final Person third = Person.named("nina");
    private final Partner partner = new Partner(server);
    private final String title = "Handed over " + UUID.randomUUID();

    private ApiClient.Answer planned(String... invited) {
        var made = from.plan(inviting(timed(title, DAY, "10:00", "11:00"), invited));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private ApiClient.Answer handOver(Person who, ApiClient.Answer event, String address) {
        return handOver(who, path(event), event.etag(), address);
    }

    private static ApiClient.Answer handOver(Person who, String path, String etag, String address) {
        var body = ApiClient.JSON.createObjectNode().put("address", address);
        return who.api().put(path + "/organizer", etag, body.toString());
    }

    private JsonNode copyOf(Person person, Person organizer) {
        return await().atMost(SOON)
                .until(
                        () -> items(person.api().get("/api/v1/events?expand=attendees&" + range(DAY, DAY.plusDays(1)))),
                        found -> found.size() == 1
                                && found.get(0)
                                        .at("/organizer/address")
                                        .asText()
                                        .equals(organizer.address()))
                .get(0);
    }

    private static ApiClient.Answer whole(Person person, JsonNode copy) {
        return person.api().get("/api/v1/events/" + copy.get("id").asText());
    }

    @Test
    void theNewOrganizerHasItAndTheOldOneIsInvited() {
        var made = planned(to.address(), third.address());
        assertThat(copyOf(third, from)).isNotNull();
        var given = handOver(from, made, to.address());
        assertThat(given.status()).as(given.raw().body()).isEqualTo(200);
        assertThat(given.body().at("/organizer/address").asText()).isEqualTo(to.address());
        assertThat(given.body().get("myStatus").asText()).isEqualTo("accepted");
        var theirs = whole(to, copyOf(to, to));
        assertThat(theirs.body().get("myStatus").asText()).isEqualTo("organizer");
        assertThat(attendee(theirs.body(), from.address()).get("status").asText())
                .isEqualTo("accepted");
        assertThat(copyOf(third, to).get("title").asText()).isEqualTo(title);

        assertThat(from.api()
                        .patch(path(made), given.etag(), "{\"title\":\"Mine\"}")
                        .status())
                .isEqualTo(403);
        var moved = to.api().patch(path(theirs), theirs.etag(), "{\"location\":\"Attic\"}");
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        await().atMost(SOON)
                .until(() -> copyOf(third, to).get("location").asText().equals("Attic")
                        && copyOf(from, to).get("location").asText().equals("Attic"));
    }

    @Test
    void allAreToldByMailWhoOrganizesIt() throws MessagingException {
        var made = planned(to.address(), third.address(), partner.address());
        partner.mailbox().await(title, 1);
        new Mailbox(server, third.address()).await(title, 1);
        assertThat(handOver(from, made, to.address()).status()).isEqualTo(200);

        var guests = partner.mailbox().await(title, 3);
        assertThat(Mailbox.method(guests.get(1))).isEqualTo("CANCEL");
        assertThat(Mailbox.text(guests.get(1), "text/calendar")).contains("ORGANIZER", from.address(), "SEQUENCE:1");
        assertThat(Mailbox.method(guests.get(2))).isEqualTo("REQUEST");
        assertThat(Mailbox.text(guests.get(2), "text/calendar").replaceAll("\r?\n ", ""))
                .containsPattern("ORGANIZER[^\r\n]*" + to.address())
                .contains("SEQUENCE:2", "UID:" + made.body().get("uid").asText());
        var news = new Mailbox(server, third.address()).await(title, 2).get(1);
        assertThat(Mailbox.text(news, "text/plain")).contains("Организатор", from.login(), to.login());
        var told = new Mailbox(server, to.address()).await(title, 2).get(1);
        assertThat(told.getSubject()).startsWith("Теперь вы организатор:");
        assertThat(Mailbox.parts(told, "text/calendar")).isEmpty();
    }

    @Test
    void answersOfGuestsReachTheNewOrganizer() throws MessagingException {
        var made = planned(partner.address());
        partner.mailbox().await(title, 1);
        assertThat(handOver(from, made, to.address()).status()).isEqualTo(200);
        var uid = made.body().get("uid").asText();
        var late = "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261125T000000Z\nSEQUENCE:0\nORGANIZER:mailto:"
                + from.address() + "\nATTENDEE;PARTSTAT=ACCEPTED:mailto:" + partner.address() + "\nEND:VEVENT";
        assertThat(partner.sends("REPLY", from.address(), late)).isEqualTo("applied");
        await().atMost(SOON).until(() -> attendee(whole(to, copyOf(to, to)).body(), partner.address())
                .get("status")
                .asText()
                .equals("accepted"));

        var first = Mailbox.text(partner.mailbox().await(title, 1).get(0), "text/plain");
        var link = first.substring(first.indexOf("http"), first.indexOf("?answer="));
        var form = ApiClient.anonymous(server).form(link, "answer=declined");
        assertThat(form.status()).isLessThan(400);
        await().atMost(SOON).until(() -> attendee(whole(to, copyOf(to, to)).body(), partner.address())
                .get("status")
                .asText()
                .equals("declined"));
    }

    @Test
    void roomAndFilesStayWithTheEvent() {
        var room = "neva@kalends.test";
        var made = planned(to.address(), room);
        var file = from.api()
                .upload(path(made) + "/attachments", "file", "plan.txt", "the plan".getBytes(StandardCharsets.UTF_8));
        assertThat(file.status()).as(file.raw().body()).isEqualTo(201);
        await().atMost(SOON).until(() -> attendee(from.api().get(path(made)).body(), room)
                .get("status")
                .asText()
                .equals("accepted"));
        assertThat(handOver(from, from.api().get(path(made)), to.address()).status())
                .isEqualTo(200);
        var theirs = whole(to, copyOf(to, to));
        assertThat(attendee(theirs.body(), room).get("status").asText()).isEqualTo("accepted");
        var plan = list(theirs.body().get("attachments")).get(0).get("id").asText();
        var link = to.api().post(path(theirs) + "/attachments/" + plan + "/link", "");
        assertThat(to.api().get(link.body().get("url").asText()).raw().body()).isEqualTo("the plan");

        assertThat(to.api().delete(path(theirs), theirs.etag()).status()).isEqualTo(204);
        var again = third.plan(inviting(timed(title + " again", DAY, "10:00", "11:00"), room));
        assertThat(again.status()).as("the room is free again").isEqualTo(201);
    }

    @Test
    void whoMayNotOrganizeItIsRefusedByName() {
        var made = planned(to.address());
        assertThat(handOver(from, made, "nobody@kalends.test").raw().body()).contains("nobody of the company");
        assertThat(handOver(from, made, "nobody@kalends.test").status()).isEqualTo(400);
        assertThat(handOver(from, made, "neva@kalends.test").status()).isEqualTo(400);
        assertThat(handOver(from, made, from.address()).raw().body()).contains("organizes the event already");
        assertThat(handOver(from, made, "no address").status()).isEqualTo(400);
        assertThat(handOver(from, path(made), "\"0\"", to.address()).status()).isEqualTo(412);
        var copy = whole(to, copyOf(to, from));
        assertThat(handOver(to, copy, to.address()).status()).isEqualTo(403);
        assertThat(handOver(third, made, third.address()).status()).isEqualTo(404);
        assertThat(from.api().get(path(made)).etag()).isEqualTo(made.etag());
    }

    /** Both may be the first to make the new organizer's copy: the invitation that is under way, and the hand-over. */
    @RepeatedTest(10)
    void itMayBeHandedOverBeforeItsInvitationsHaveArrived() {
        var given = handOver(from, planned(to.address(), third.address()), to.address());
        assertThat(given.status()).as(given.raw().body()).isEqualTo(200);
        assertThat(copyOf(third, to)).isNotNull();
        assertThat(copyOf(to, to)).isNotNull();
    }

    @Test
    void itIsGivenBackAsItWasGiven() {
        var made = planned(to.address(), third.address());
        var given = handOver(from, made, to.address());
        assertThat(given.status()).isEqualTo(200);
        var theirs = whole(to, copyOf(to, to));
        assertThat(handOver(to, theirs, from.address()).status()).isEqualTo(200);
        assertThat(copyOf(third, from)).isNotNull();
        assertThat(from.api().get(path(made)).body().get("myStatus").asText()).isEqualTo("organizer");
        assertThat(items(ApiClient.loggedIn(server, "admin")
                        .get("/api/v1/admin/audit?subject="
                                + made.body().get("id").asText())))
                .extracting(entry -> entry.get("action").asText())
                .containsExactly("event-handed-over", "event-created");
    }
}
