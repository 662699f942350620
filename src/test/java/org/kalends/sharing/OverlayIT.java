package org.kalends.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.DavClient.NAMESPACES;
import static org.kalends.support.Planning.timed;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.DavClient.Answer;
import org.kalends.support.Person;

/** What is each one's own in a calendar of somebody else: reminders first of all (RFC 6638, 3.2.2.1). */
class OverlayIT {

    private static final LocalDate DAY = LocalDate.of(2031, 7, 1);
    private static final String HOUR = alarm("-PT1H");
    private static final String QUARTER = alarm("-PT15M");

    private final String name = UUID.randomUUID() + ".ics";
    private Person chief;
    private Person other;
    private String calendar;

    @BeforeEach
    void twoPeople() {
        chief = Person.named("chief");
        other = Person.named("other", "en");
        calendar = chief.calendar();
    }

    private static String alarm(String trigger) {
        return "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:" + trigger + "\nEND:VALARM\n";
    }

    private String text(String lines) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Client//Test//EN\nBEGIN:VEVENT\nUID:" + name
                        + "\nDTSTAMP:20261124T120000Z\nDTSTART:20310701T090000Z\nDURATION:PT1H\nSUMMARY:Budget\n"
                        + lines
                        + "END:VEVENT\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private String owners() {
        return "/dav/calendars/" + chief.login() + "/default/";
    }

    private String bound() {
        return "/dav/calendars/" + other.login() + "/shared-" + calendar + "/";
    }

    private void stored(String lines, String level) {
        assertThat(chief.dav().put(owners() + name, text(lines)).status()).isEqualTo(201);
        chief.share(calendar, other.login(), level);
    }

    private static String token(DavClient client, String path) {
        return client.propfind(path, 0, "<D:sync-token/>").text("//D:sync-token");
    }

    private Answer multiget(String properties) {
        return other.dav()
                .report(
                        bound(),
                        "<C:calendar-multiget" + NAMESPACES + "><D:prop>" + properties + "</D:prop><D:href>" + bound()
                                + name + "</D:href></C:calendar-multiget>");
    }

    @Test
    @DisplayName("R16: an owner's alarms never land with whom he shares, and theirs never with him, by any report")
    void remindersAreEachOnesOwn() {
        stored(HOUR, "read");
        var seen = other.dav().get(bound() + name);
        assertThat(seen.body()).isEqualTo(text(""));
        var put = other.dav().put(bound() + name, text(QUARTER), "If-Match", seen.etag());
        assertThat(put.status()).as(put.body()).isEqualTo(204);
        assertThat(put.etag()).as("as a GET would give it back").isNotEmpty().isNotEqualTo(seen.etag());
        assertThat(other.dav().get(bound() + name).body()).isEqualTo(text(QUARTER));
        assertThat(other.dav().get(bound() + name).etag()).isEqualTo(put.etag());
        assertThat(chief.dav().get(owners() + name).body()).isEqualTo(text(HOUR));
        var data = "<C:calendar-data/><D:getetag/>";
        for (var answer : new Answer[] {
            multiget(data),
            other.dav().query(bound(), "<C:comp-filter name=\"VEVENT\"/>"),
            other.dav().sync(bound(), "", data)
        }) {
            assertThat(answer.body()).doesNotContain("-PT1H");
            assertThat(answer.text("//D:getetag")).isEqualTo(put.etag());
        }
        assertThat(multiget(data).body()).contains("-PT15M");
        assertThat(other.dav().get(bound()).body()).contains("-PT15M").doesNotContain("-PT1H");
    }

    @Test
    void aChangeOfOnesOwnMovesOnesOwnTokenAlone() {
        stored(HOUR, "read");
        var before = token(other.dav(), bound());
        var owners = token(chief.dav(), owners());
        other.dav().put(bound() + name, text(QUARTER));
        assertThat(token(chief.dav(), owners())).isEqualTo(owners);
        assertThat(token(other.dav(), bound())).isNotEqualTo(before);
        var changed = other.dav().sync(bound(), before, "<D:getetag/>");
        assertThat(changed.texts("//D:response/D:href")).containsExactly(bound() + name);
        var next = changed.text("//D:sync-token");
        assertThat(other.dav().sync(bound(), next, "<D:getetag/>").has("//D:response"))
                .isFalse();
        chief.dav().put(owners() + name, text("LOCATION:Hall\n" + HOUR));
        var again = other.dav().sync(bound(), next, "<C:calendar-data/>");
        assertThat(again.body()).contains("LOCATION:Hall", "-PT15M").doesNotContain("-PT1H");
        assertThat(other.dav().sync(bound(), before, "<D:getetag/>").texts("//D:response/D:href"))
                .as("changed by both, told once")
                .containsExactly(bound() + name);
    }

    @Test
    void whoMayWriteChangesTheRestForAllAndKeepsTheRemindersOfBoth() {
        stored(HOUR, "write");
        var put = other.dav().put(bound() + name, text("LOCATION:Hall\nTRANSP:TRANSPARENT\n" + QUARTER));
        assertThat(put.status()).isEqualTo(204);
        assertThat(chief.dav().get(owners() + name).body()).isEqualTo(text("LOCATION:Hall\n" + HOUR));
        assertThat(other.dav().get(bound() + name).body())
                .isEqualTo(text("LOCATION:Hall\nTRANSP:TRANSPARENT\n" + QUARTER));
        chief.share(calendar, other.login(), "manage");
        other.dav().put(bound() + name, text("TRANSP:TRANSPARENT\n" + QUARTER));
        assertThat(chief.dav().get(owners() + name).body())
                .as("who manages it speaks for its owner")
                .contains("TRANSP:TRANSPARENT");
    }

    @Test
    void whoMayReadChangesNothingForOthersAndOthersTagsAreNotHis() {
        stored(HOUR, "read");
        var refused = other.dav().put(bound() + name, text("LOCATION:Hall\n" + QUARTER));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.precondition()).isEqualTo("D:need-privileges");
        assertThat(other.dav().get(bound() + name).body()).isEqualTo(text(""));
        var first = other.dav().get(bound() + name).etag();
        other.dav().put(bound() + name, text(QUARTER));
        assertThat(other.dav().put(bound() + name, text(""), "If-Match", first).status())
                .isEqualTo(412);
        assertThat(other.dav().put(bound() + "new.ics", text("")).status()).isEqualTo(403);
    }

    @Test
    void anEventThatSomebodyPutsIntoACalendarOfOthersRemindsHimAlone() {
        chief.share(calendar, other.login(), "write");
        var put = other.dav().put(bound() + name, text(QUARTER));
        assertThat(put.status()).isEqualTo(201);
        assertThat(other.dav().get(bound() + name).body()).isEqualTo(text(QUARTER));
        assertThat(chief.dav().get(owners() + name).body()).isEqualTo(text(""));
    }

    @Test
    void aCopyIntoOnesOwnCalendarHasOnesOwnReminders() {
        stored(HOUR, "read");
        other.dav().put(bound() + name, text(QUARTER));
        var copy = "/dav/calendars/" + other.login() + "/default/" + name;
        assertThat(other.dav()
                        .send("COPY", bound() + name, "", "Destination", copy)
                        .status())
                .isEqualTo(201);
        assertThat(other.dav().get(copy).body()).isEqualTo(text(QUARTER));
    }

    @Test
    void movedWithinItsHomeItKeepsWhatIsSomebodysOwn() {
        stored(HOUR, "write");
        other.dav().put(bound() + name, text(QUARTER));
        assertThat(chief.dav()
                        .send("MOVE", owners() + name, "", "Destination", owners() + "b" + name)
                        .status())
                .isEqualTo(201);
        var seen = other.dav().get(bound() + "b" + name);
        assertThat(seen.body()).isEqualTo(text(QUARTER));
        assertThat(other.dav()
                        .put(bound() + "b" + name, text(HOUR), "If-Match", seen.etag())
                        .status())
                .isEqualTo(204);
    }

    private static String reminders(int... minutes) {
        var all = new StringBuilder();
        for (int one : minutes)
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"before\":\"PT")
                    .append(one)
                    .append("M\",\"channel\":\"browser\"}");
        return "{\"reminders\":[" + all + "]}";
    }

    private ApiClient.Answer patch(String event, String body) {
        return other.api().patch(event, other.api().get(event).etag(), body);
    }

    private static String told(ApiClient api, String event) {
        return api.get(event).body().get("reminders").findValuesAsText("before").toString();
    }

    @Test
    void overRestRemindersAreEachOnesOwnToo() {
        var made = chief.api()
                .post("/api/v1/events", timed("Budget", DAY, "10:00", "11:00").toString());
        var event = "/api/v1/events/" + made.body().get("id").asText();
        var whole = told(chief.api(), event);
        chief.share(calendar, other.login(), "read");
        assertThat(told(other.api(), event)).isEqualTo("[]");
        var changed = patch(event, reminders(5));
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(told(other.api(), event)).isEqualTo("[PT5M]");
        assertThat(told(chief.api(), event)).isEqualTo(whole);
        assertThat(patch(event, "{\"title\":\"Mine\"}").status()).isEqualTo(403);
        chief.share(calendar, other.login(), "write");
        var both = patch(event, "{\"title\":\"Ours\",\"reminders\":[]}");
        assertThat(both.status()).isEqualTo(200);
        assertThat(both.body().get("reminders")).isEmpty();
        assertThat(told(chief.api(), event)).isEqualTo(whole);
        assertThat(chief.api().get(event).body().get("title").asText()).isEqualTo("Ours");
    }

    @Test
    void remindersAreSetWhileAnotherEditsTheEvent() {
        var made = chief.api()
                .post("/api/v1/events", timed("Budget", DAY, "10:00", "11:00").toString());
        var event = "/api/v1/events/" + made.body().get("id").asText();
        chief.share(calendar, other.login(), "write");
        assertThat(chief.api().put(event + "/edit-lock", "").status()).isLessThan(300);
        assertThat(patch(event, reminders(5)).status()).isEqualTo(200);
        assertThat(patch(event, "{\"title\":\"Mine\"}").status()).isEqualTo(423);
    }

    @Test
    void theTagOfTheEditorIsOfHisOwnForm() {
        var made = chief.api()
                .post("/api/v1/events", timed("Budget", DAY, "10:00", "11:00").toString());
        var event = "/api/v1/events/" + made.body().get("id").asText();
        chief.share(calendar, other.login(), "write");
        var first = other.api().get(event).etag();
        var changed = other.api().patch(event, first, reminders(5));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.etag()).isNotEqualTo(first);
        assertThat(other.api().get(event).etag()).isEqualTo(changed.etag());
        assertThat(other.api().patch(event, first, reminders(6)).status()).isEqualTo(412);
        assertThat(other.api()
                        .patch(event, changed.etag(), "{\"title\":\"Ours\"}")
                        .status())
                .isEqualTo(200);
        assertThat(told(other.api(), event)).isEqualTo("[PT5M]");
    }

    private String defaultAlarm(Person person, String path) {
        return person.dav()
                .propfind(path, 0, "<C:default-alarm-vevent-datetime/>")
                .text("//C:default-alarm-vevent-datetime");
    }

    @Test
    void defaultRemindersOfACalendarAreEachOnesOwn() {
        chief.share(calendar, other.login(), "write");
        var settled = chief.api()
                .patch(
                        "/api/v1/calendars/" + calendar,
                        "*",
                        "{\"defaultReminders\":[{\"before\":\"PT60M\",\"channel\":\"mail\"}]}");
        assertThat(settled.status()).as(settled.raw().body()).isEqualTo(200);
        assertThat(defaultAlarm(other, bound())).isEmpty();
        var update = "<D:propertyupdate" + NAMESPACES + "><D:set><D:prop><C:default-alarm-vevent-datetime>" + QUARTER
                + "</C:default-alarm-vevent-datetime></D:prop></D:set></D:propertyupdate>";
        assertThat(other.dav().send("PROPPATCH", bound(), update).status()).isEqualTo(207);
        assertThat(defaultAlarm(other, bound())).contains("-PT15M");
        assertThat(defaultAlarm(chief, owners())).contains("-PT1H").doesNotContain("-PT15M");
        var made = other.plan(timed("Ours", DAY, "10:00", "11:00").put("calendarId", calendar));
        var event = "/api/v1/events/" + made.body().get("id").asText();
        assertThat(told(other.api(), event)).isEqualTo("[PT15M]");
        assertThat(told(chief.api(), event)).isEqualTo("[PT1H]");
    }

    @Test
    void aFileTakenIntoACalendarOfOthersRemindsItsTakerAlone() {
        chief.share(calendar, other.login(), "write");
        var taken = other.api().postAs("text/calendar", "/api/v1/calendars/" + calendar + "/import", text(QUARTER));
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(200);
        assertThat(other.dav().get(bound()).body()).contains("-PT15M");
        assertThat(chief.dav().get(owners()).body()).contains("Budget").doesNotContain("VALARM");
    }

    @Test
    void aDelegateAtTheOwnersAddressHasHisOwnTooAndHearsOfItOnce() {
        chief.dav().put(owners() + name, text(HOUR));
        chief.share(calendar, other.login(), "manage");
        var before = token(other.dav(), owners());
        assertThat(other.dav().put(owners() + name, text(QUARTER)).status()).isEqualTo(204);
        assertThat(chief.dav().get(owners() + name).body()).isEqualTo(text(HOUR));
        assertThat(other.dav().get(owners() + name).body()).isEqualTo(text(QUARTER));
        var changed = other.dav().sync(owners(), before, "<D:getetag/>");
        assertThat(changed.texts("//D:response/D:href")).containsExactly(owners() + name);
        var next = other.dav().sync(owners(), changed.text("//D:sync-token"), "<D:getetag/>");
        assertThat(next.status()).isEqualTo(207);
        assertThat(next.has("//D:response")).isFalse();
    }

    @Test
    void theAnswerToAMoveTellsTheTagThatIsReadAfterwards() {
        var made = chief.plan(timed("Budget", DAY, "10:00", "11:00"));
        var event = "/api/v1/events/" + made.body().get("id").asText();
        var second = chief.api()
                .post("/api/v1/calendars", "{\"name\":\"Projects\"}")
                .body()
                .get("id")
                .asText();
        chief.share(calendar, other.login(), "write");
        chief.share(second, other.login(), "write");
        assertThat(patch(event, reminders(5)).status()).isEqualTo(200);
        var moved = patch(event, "{\"calendarId\":\"" + second + "\"}");
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        assertThat(moved.etag()).isEqualTo(other.api().get(event).etag());
        assertThat(told(other.api(), event)).isEqualTo("[PT5M]");
    }
}
