package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.exchange.migration.Moves.item;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** Items that are of several people, of rooms, private, or odd. */
class MigrationItemsIT {

    private static final String DECEMBER = "/api/v1/events?from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z";

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final Moves moves = new Moves(server, admin);

    @AfterEach
    void keepsToTheSchema() {
        assertThat(exchange.violations()).isEmpty();
    }

    @Test
    void x11CopiesOfOneMeetingInSeveralMailboxesAreOneMeeting() {
        var organizer = moves.somebody();
        var guest = moves.somebody();
        var uid = "meeting-" + organizer.login();
        exchange.mailbox(organizer.address()).holding(meeting(uid, organizer, guest, "Organizer"));
        exchange.mailbox(guest.address()).holding(meeting(uid, organizer, guest, "Accept"));
        moves.moved(organizer, "");
        moves.moved(guest, "");
        for (var person : new Person[] {organizer, guest}) {
            var event = person.api().get(DECEMBER).body().get("items");
            assertThat(event).hasSize(1);
            assertThat(event.get(0).toString()).contains(uid);
        }
    }

    private static SimItem meeting(String uid, Person organizer, Person guest, String answer) {
        return item("Meeting")
                .with("UID", uid)
                .with("IsMeeting", "true")
                .with("MyResponseType", answer)
                .with("Organizer", mailbox(organizer))
                .with(
                        "RequiredAttendees",
                        "<t:Attendee>" + mailbox(guest) + "<t:ResponseType>Accept</t:ResponseType></t:Attendee>");
    }

    private static String mailbox(Person person) {
        return "<t:Mailbox><t:Name>" + person.login() + "</t:Name><t:EmailAddress>" + person.address()
                + "</t:EmailAddress></t:Mailbox>";
    }

    @Test
    void x14InstancesWithoutTheirSeriesAreInstancesOfOneEvent() {
        var person = moves.somebody();
        var uid = "040000008200E00074C5B7101A82E008%s" + "00".repeat(16)
                + person.login().hashCode();
        var first = item("First alone").with("UID", uid.formatted("07EA0C01"));
        var second = SimItem.named("Second alone", "2026-12-08T06:00:00Z", "2026-12-08T07:00:00Z")
                .with("UID", uid.formatted("07EA0C08"))
                .with("RecurrenceId", "2026-12-08T06:00:00Z");
        var third = SimItem.named("Third alone", "2026-12-15T06:00:00Z", "2026-12-15T07:00:00Z")
                .with("UID", uid.formatted("07EA0C0F"));
        exchange.mailbox(person.address()).holding(first, second);
        moves.moved(person, "");
        exchange.mailbox(person.address()).holding(third);
        moves.moved(person, "");
        assertThat(Moves.titles(person)).containsExactlyInAnyOrder("First alone", "Second alone", "Third alone");
        var events = person.api().get(DECEMBER).body().get("items");
        assertThat(new HashSet<>(events.findValuesAsText("uid"))).containsExactly(uid.formatted("00000000"));
    }

    @Test
    void x14AnItemWithoutUidIsTakenOnce() {
        var person = moves.somebody();
        exchange.mailbox(person.address()).holding(item("Copied in Outlook").with("UID", ""));
        moves.moved(person, "");
        moves.moved(person, "");
        assertThat(Moves.titles(person)).containsExactly("Copied in Outlook");
    }

    @Test
    void x13PrivateItemsArePrivateHere() {
        var person = moves.somebody();
        exchange.mailbox(person.address())
                .holding(
                        item("Doctor").with("Sensitivity", "Private"),
                        item("Salary").with("Sensitivity", "Confidential"),
                        item("Birthday").with("Sensitivity", "Personal"),
                        item("Meeting").with("Sensitivity", "Normal"));
        moves.moved(person, "");
        var items = person.api().get(DECEMBER).body().get("items");
        var shown = new TreeMap<String, String>();
        items.forEach(one ->
                shown.put(one.get("title").asText(), one.path("visibility").asText()));
        assertThat(shown)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Doctor", "private", "Salary", "confidential", "Birthday", "private", "Meeting", "default"));
    }

    /** Exchange leaves a room the organizer's name as subject, and no words. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void x13ARoomHasTheWordsOfWhoBookedItWhicheverMailboxComesFirst(boolean roomFirst) {
        var organizer = moves.somebody();
        var room = room();
        var uid = "booking-" + organizer.login();
        exchange.mailbox(organizer.address())
                .holding(booking(uid, organizer, room, "Planning").saying("Bring numbers"));
        exchange.mailbox(room)
                .holding(booking(uid, organizer, room, organizer.login()).with("MyResponseType", "Accept"));
        for (var mailbox : roomFirst ? List.of(room, organizer.address()) : List.of(organizer.address(), room)) {
            var begun = moves.start("", mailbox).body().get("jobs").get(0);
            moves.when(begun.get("id").asText(), "done");
        }
        var texts = server.database().withHandle(handle -> handle.createQuery(
                        "select convert_from(ical, 'UTF8') from calendar_object where uid = ?")
                .bind(0, uid)
                .mapTo(String.class)
                .list());
        assertThat(texts).hasSize(2).allSatisfy(text -> assertThat(text)
                .contains("SUMMARY:Planning", "DESCRIPTION:Bring numbers"));
    }

    private String room() {
        var login = "room" + UUID.randomUUID().toString().substring(0, 8);
        var room = ApiClient.JSON
                .createObjectNode()
                .put("login", login)
                .put("name", login)
                .put("address", login + "@kalends.test")
                .put("zone", "Europe/Moscow")
                .put("capacity", 2);
        assertThat(admin.post("/api/v1/admin/rooms", room.toString()).status()).isEqualTo(201);
        return login + "@kalends.test";
    }

    private static SimItem booking(String uid, Person organizer, String room, String subject) {
        var resource = "<t:Mailbox><t:Name>Room</t:Name><t:EmailAddress>" + room + "</t:EmailAddress></t:Mailbox>";
        return item(subject)
                .with("UID", uid)
                .with("IsMeeting", "true")
                .with("MyResponseType", "Organizer")
                .with("Organizer", mailbox(organizer))
                .with("Resources", "<t:Attendee>" + resource + "<t:ResponseType>Accept</t:ResponseType></t:Attendee>");
    }
}
