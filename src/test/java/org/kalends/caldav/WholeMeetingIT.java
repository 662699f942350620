package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.moment;
import static org.kalends.support.Planning.repeating;
import static org.kalends.support.Planning.timed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;
import org.kalends.support.Partner;

/** One meeting from its first to its last day: every home, every mailbox and every SCHEDULE-STATUS after each step. */
class WholeMeetingIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("http://[^ \"?]+/rsvp/[A-Za-z0-9_-]+");

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient nobody = ApiClient.anonymous(server);
    private final Member anna = Member.of("anna");
    private final Member boris = Member.of("boris");
    private final Member clara = Member.of("clara");
    private final Member dmitri = Member.of("dmitri");
    private final Member eva = Member.of("eva");
    private final List<Member> invited = List.of(boris, clara, dmitri, eva);
    private final Partner partner = new Partner(server);
    private final String guest = "guest-" + UUID.randomUUID() + "@elsewhere.test";
    private final Mailbox guests = new Mailbox(server, guest);
    private final String room = "room" + UUID.randomUUID().toString().substring(0, 8);
    private final String title = "Whole " + UUID.randomUUID();
    private final LocalDate day = LocalDate.of(2027, 11, 15); // nobody else plans there
    private String uid = "";
    private String event = "";
    private String roomRecord = "";

    @AfterEach
    void othersLookForRoomsToo() {
        ApiClient.loggedIn(server, "admin").withoutTag("DELETE", roomRecord, "");
    }

    private String roomAddress() {
        return room + "@kalends.test";
    }

    private List<Mailbox> mailboxes() {
        return Stream.concat(invited.stream().map(Member::mailbox), Stream.of(partner.mailbox(), guests))
                .toList();
    }

    private String[] everybody() {
        return Stream.concat(invited.stream().map(Member::address), Stream.of(partner.address(), guest, roomAddress()))
                .toArray(String[]::new);
    }

    private String own() {
        return anna.copy(uid);
    }

    private String at(int index) {
        return "instance=" + day.plusDays(index) + "T09:00:00Z";
    }

    private static String compact(LocalDate date, String time) {
        return date.toString().replace("-", "") + "T" + time + "00";
    }

    private ObjectNode times(int index, String from, String to) {
        var patch = ApiClient.JSON.createObjectNode();
        patch.set("start", moment("Europe/Moscow", day.plusDays(index), from));
        patch.set("end", moment("Europe/Moscow", day.plusDays(index), to));
        return patch;
    }

    /** The room's answer or a result may come between the look and the change. */
    private ApiClient.Answer patched(String query, ObjectNode patch) {
        var answer = await().atMost(SOON)
                .until(
                        () -> anna.api()
                                .patch(event + query, anna.api().get(event).etag(), patch.toString()),
                        said -> said.status() != 412);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer;
    }

    private static String calendar(MimeMessage mail) {
        return Member.unfolded(Mailbox.text(mail, "text/calendar"));
    }

    /** Waits for the mail of that number in each mailbox, and that there is no more. */
    private void mailed(List<Mailbox> mailboxes, int count, String method, String... words) throws MessagingException {
        for (var mailbox : mailboxes) {
            var mails = mailbox.await(title, count);
            assertThat(mails).hasSize(count);
            assertThat(Mailbox.method(mails.get(count - 1))).isEqualTo(method);
            assertThat(calendar(mails.get(count - 1)))
                    .contains("METHOD:" + method, "UID:")
                    .contains(words);
        }
    }

    private void statuses(String code, String... addresses) {
        await().atMost(SOON).untilAsserted(() -> {
            var text = own();
            for (var address : addresses) {
                assertThat(Member.line(text, address)).contains("SCHEDULE-STATUS=" + code);
            }
        });
    }

    private void eachCopy(List<Member> members, String id, String... words) {
        for (var member : members) {
            await().atMost(SOON).untilAsserted(() -> assertThat(member.copy(id))
                    .as(member.login())
                    .contains(words)
                    .doesNotContain("SCHEDULE-STATUS=1"));
        }
    }

    private boolean roomFree(LocalDate date, String from, String to) {
        var asked = "/api/v1/rooms?from=" + date + "T" + from + ":00Z&to=" + date + "T" + to + ":00Z";
        return items(anna.api().get(asked)).stream()
                .filter(r -> r.get("address").asText().equals(roomAddress()))
                .findFirst()
                .orElseThrow()
                .get("free")
                .asBoolean();
    }

    @Test
    @DisplayName("A meeting of five, two guests and a room: created, moved, answered, changed, split and cancelled")
    void fromFirstToLast() throws MessagingException {
        created();
        moved();
        answered();
        oneInstanceMoved();
        oneRemovedFromOneInstance();
        split();
        cancelled();
    }

    private void created() throws MessagingException {
        var place = ApiClient.JSON
                .createObjectNode()
                .put("login", room)
                .put("name", "Room " + room)
                .put("address", roomAddress())
                .put("capacity", 12);
        var made = ApiClient.loggedIn(server, "admin").post("/api/v1/admin/rooms", place.toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        roomRecord = "/api/v1/admin/rooms/" + made.body().get("id").asText();
        var draft = repeating(timed(title, day, "10:00", "11:00"), "FREQ=DAILY;COUNT=8");
        var saved =
                anna.api().post("/api/v1/events", inviting(draft, everybody()).toString());
        assertThat(saved.status()).as(saved.raw().body()).isEqualTo(201);
        uid = saved.body().get("uid").asText();
        event = "/api/v1/events/" + saved.body().get("id").asText();
        eachCopy(invited, uid, "RRULE:FREQ=DAILY;COUNT=8", compact(day, "1000"));
        for (var member : invited) {
            assertThat(Member.line(member.copy(uid), member.address())).contains("PARTSTAT=NEEDS-ACTION");
        }
        mailed(mailboxes(), 1, "REQUEST", "RRULE:FREQ=DAILY;COUNT=8", "SEQUENCE:0");
        statuses("1.2", invited.stream().map(Member::address).toArray(String[]::new));
        statuses("1.1", partner.address(), guest);
        await().atMost(SOON).untilAsserted(() -> assertThat(Member.line(own(), roomAddress()))
                .contains("PARTSTAT=ACCEPTED", "SCHEDULE-STATUS=2.0"));
        assertThat(roomFree(day.plusDays(7), "07:00", "08:00")).isFalse();
    }

    private void moved() throws MessagingException {
        patched("?scope=all", times(0, "12:00", "13:00"));
        eachCopy(invited, uid, "SEQUENCE:1", compact(day, "1200"));
        mailed(mailboxes(), 2, "REQUEST", "SEQUENCE:1", compact(day, "1200"));
        assertThat(roomFree(day, "07:00", "08:00")).isTrue();
        assertThat(roomFree(day, "09:00", "10:00")).isFalse();
    }

    /** By the web, CalDAV, mail and the link in it; one has not answered yet. */
    private void answered() {
        var copy = "/api/v1/events/" + boris.href(uid).replaceFirst(".*/", "").replace(".ics", "");
        assertThat(boris.api()
                        .put(copy + "/answer", "{\"status\":\"accepted\"}")
                        .status())
                .isEqualTo(200);
        var text = clara.copy(uid).replace("\r", "");
        var line = Member.line(text, clara.address());
        var tentative = text.replace(line, line.replaceFirst("PARTSTAT=[A-Z-]+", "PARTSTAT=TENTATIVE"));
        assertThat(clara.dav()
                        .put(clara.href(uid), tentative.replace("\n", "\r\n"))
                        .status())
                .isEqualTo(204);
        var reply = "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261125T000000Z\nSEQUENCE:1\nDTSTART:"
                + compact(day, "0900") + "Z\nORGANIZER:mailto:" + anna.address()
                + "\nATTENDEE;PARTSTAT=ACCEPTED:mailto:" + partner.address() + "\nEND:VEVENT";
        assertThat(partner.sends("REPLY", anna.address(), reply)).isEqualTo("applied");
        var link = LINK.matcher(Mailbox.text(guests.about(title).get(1), "text/html"));
        assertThat(link.find()).isTrue();
        assertThat(nobody.form(link.group(), "answer=declined&comment=No").status())
                .isEqualTo(200);
        assertThat(dmitri.dav().delete(dmitri.href(uid)).status()).isEqualTo(204);
        var expected = List.of(
                boris.address() + " ACCEPTED",
                clara.address() + " TENTATIVE",
                partner.address() + " ACCEPTED",
                guest + " DECLINED",
                dmitri.address() + " DECLINED");
        await().atMost(SOON).untilAsserted(() -> {
            for (var one : expected) {
                var pair = one.split(" ", 2);
                assertThat(Member.line(own(), pair[0])).contains("PARTSTAT=" + pair[1], "SCHEDULE-STATUS=2.0");
            }
        });
        assertThat(Member.line(own(), eva.address())).contains("PARTSTAT=NEEDS-ACTION");
        await().atMost(SOON).untilAsserted(() -> assertThat(Member.line(eva.copy(uid), guest))
                .contains("PARTSTAT=DECLINED"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(boris.copy(uid)).containsPattern("ORGANIZER[^\n]*SCHEDULE-STATUS=2.0"));
        assertThat(own()).contains("SEQUENCE:1");
        assertThat(anna.mailbox().await(title, 5)).hasSize(5); // one answer each
        assertThat(guests.about(title)).hasSize(2);
    }

    private void oneInstanceMoved() throws MessagingException {
        patched("?scope=this&" + at(2), times(2, "15:00", "16:00"));
        var third = compact(day.plusDays(2), "1200");
        await().atMost(SOON).untilAsserted(() -> assertThat(Member.override(boris.copy(uid), third))
                .contains(compact(day.plusDays(2), "1500")));
        for (var member : List.of(boris, clara, eva)) {
            await().atMost(SOON)
                    .until(() -> !Member.override(member.copy(uid), third).isEmpty());
            assertThat(Member.override(member.copy(uid), third)).contains("SEQUENCE:2");
            assertThat(Member.master(member.copy(uid))).contains("SEQUENCE:1", compact(day, "1200"));
        }
        var instance = Member.override(own(), third);
        assertThat(Member.line(own(), boris.address())).contains("PARTSTAT=ACCEPTED");
        assertThat(instance).containsPattern("ATTENDEE[^\n]*PARTSTAT=NEEDS-ACTION[^\n]*" + boris.address());
        var told = List.of(boris.mailbox(), clara.mailbox(), eva.mailbox(), partner.mailbox());
        mailed(told, 3, "REQUEST", "RECURRENCE-ID", compact(day.plusDays(2), "1500"));
        assertThat(roomFree(day.plusDays(2), "09:00", "10:00")).isTrue();
        assertThat(roomFree(day.plusDays(2), "12:00", "13:00")).isFalse();
    }

    private void oneRemovedFromOneInstance() throws MessagingException {
        var patch = ApiClient.JSON.createObjectNode();
        var left = new ArrayList<>(List.of(everybody()));
        left.remove(eva.address());
        patched("?scope=this&" + at(3), inviting(patch, left.toArray(String[]::new)));
        await().atMost(SOON).until(() -> eva.copy(uid).contains("EXDATE"));
        assertThat(eva.copy(uid)).contains("RRULE").doesNotContain("STATUS:CANCELLED");
        mailed(List.of(eva.mailbox()), 4, "CANCEL", "RECURRENCE-ID", compact(day.plusDays(3), "1200"));
        assertThat(calendar(eva.mailbox().about(title).get(3))).doesNotContain("RRULE");
        assertThat(Member.override(own(), compact(day.plusDays(3), "1200")))
                .contains(boris.address())
                .doesNotContain(eva.address());
        assertThat(boris.copy(uid)).doesNotContain("EXDATE");
    }

    private void split() throws MessagingException {
        var later = patched("?scope=following&" + at(5), times(5, "17:00", "18:00"));
        var second = later.body().get("uid").asText();
        assertThat(second).isNotEqualTo(uid);
        for (var member : List.of(boris, clara, eva)) {
            await().atMost(SOON).until(() -> !member.copy(second).isEmpty());
            assertThat(member.copy(second)).contains(compact(day.plusDays(5), "1700"));
            await().atMost(SOON).until(() -> member.copy(uid).contains("UNTIL="));
        }
        assertThat(roomFree(day.plusDays(6), "09:00", "10:00")).isTrue();
        assertThat(roomFree(day.plusDays(6), "14:00", "15:00")).isFalse();
        await().atMost(SOON).untilAsserted(() -> assertThat(partner.mailbox().about(title).stream()
                        .map(WholeMeetingIT::calendar)
                        .filter(text -> text.contains("UID:" + second)))
                .hasSize(1));
        for (var one : List.of(anna.copy(second), anna.copy(uid))) {
            assertThat(one).contains("RRULE").contains("ATTENDEE");
        }
    }

    private void cancelled() throws MessagingException {
        await().atMost(SOON).until(() -> anna.dav().delete(anna.href(uid)).status(), status -> status == 204);
        for (var member : List.of(boris, clara, eva)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(Member.master(member.copy(uid)))
                    .contains("STATUS:CANCELLED"));
        }
        for (var mailbox : List.of(boris.mailbox(), eva.mailbox(), partner.mailbox(), guests)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(mailbox.about(title))
                    .filteredOn(mail -> calendar(mail).contains("METHOD:CANCEL")
                            && calendar(mail).contains("STATUS:CANCELLED")
                            && !calendar(mail).contains("RECURRENCE-ID")
                            && calendar(mail).contains("UID:" + uid))
                    .hasSize(1));
        }
        assertThat(roomFree(day, "09:00", "10:00")).isTrue();
        assertThat(roomFree(day.plusDays(6), "14:00", "15:00")).isFalse();
        assertThat(anna.copy(uid)).isEmpty();
    }
}
