package org.kalends.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.kalends.support.DavClient.NAMESPACES;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kalends.support.DavClient;
import org.kalends.support.Person;

/**
 * Who may do what with a calendar, its events and its private events, over REST and by CalDAV: one row for each
 * operation, one column for each of those who may be what they are to it, the status of the answer in the cell.
 */
class AccessMatrixIT {

    private static final String TABLE =
            """
            operation         | owner manage write read freebusy delegate member stranger anonymous blocked
            list calendars    |   200    200   200  200      200      200    200      404       401     401
            read              |   200    200   200  200      403      200    200      404       401     401
            read private      |   200    200   200  200      403      200    200      404       401     401
            create            |   201    201   201  403      403      201    403      404       401     401
            change            |   200    200   200  403      403      200    403      404       401     401
            change private    |   200    403   403  403      403      403    403      404       401     401
            delete            |   204    204   204  403      403      204    403      404       401     401
            delete private    |   204    403   403  403      403      403    403      404       401     401
            lock              |   200    200   200  403      403      200    403      404       401     401
            see lock          |   204    204   204  204      403      204    204      404       401     401
            answer            |   200    200   403  403      403      200    403      404       401     401
            see shares        |   200    200   403  403      403      200    403      404       401     401
            share             |   200    200   403  403      403      200    403      404       401     401
            repaint           |   200    200   200  200      200      200    200      404       401     401
            change zone       |   200    403   403  403      403      403    403      404       401     401
            OPTIONS           |   200    200   200  200      200      200    200      200       401     403
            PROPFIND          |   207    207   207  207      403      207    207      404       401     403
            PROPFIND 1        |   207    207   207  207      403      207    207      404       401     403
            PROPPATCH         |   207    207   207  403      403      207    403      404       401     403
            GET               |   200    200   200  200      403      200    200      404       401     403
            GET private       |   200    200   200  200      403      200    200      404       401     403
            GET calendar      |   200    200   200  200      403      200    200      404       401     403
            PUT new           |   201    201   201  403      403      201    403      409       401     403
            PUT               |   204    204   204  403      403      204    403      409       401     403
            PUT private       |   204    403   403  403      403      403    403      409       401     403
            DELETE            |   204    204   204  403      403      204    403      404       401     403
            DELETE private    |   204    403   403  403      403      403    403      404       401     403
            MOVE              |   201    201   201  403      403      201    403      404       401     403
            COPY              |   201    201   201  403      403      201    403      404       401     403
            calendar-query    |   207    207   207  207      403      207    207      404       401     403
            calendar-multiget |   207    207   207  207      403      207    207      404       401     403
            sync-collection   |   207    207   207  207      403      207    207      404       401     403
            free-busy-query   |   200    200   200  200      200      200    200      404       401     403
            ACL               |   200    200   403  403      403      200    403      404       401     403
            """;

    private static final LocalDate DAY = LocalDate.of(2031, 5, 6);
    private static final String EVENTS = "/api/v1/events/";
    private static final String PRIVATE = "CLASS:PRIVATE\nSUMMARY:Dismissal of Petrov";
    private static final Map<String, Person> PEOPLE = new LinkedHashMap<>();

    private static Person owner;
    private static String calendar;
    /** A calendar of which the shares may be lost. */
    private static String spare;

    private static String invitation;
    private static String group;

    @FunctionalInterface
    private interface Operation {
        int status(Person who);
    }

    @BeforeAll
    static void onePersonForEachColumn() {
        owner = Person.named("owner");
        PEOPLE.put("owner", owner);
        for (var role : List.of("manage", "write", "read", "freebusy", "delegate", "member", "stranger", "blocked")) {
            PEOPLE.put(role, Person.named(role));
        }
        PEOPLE.put("anonymous", Person.nobody());
        group = Person.group(person("member"));
        calendar = owner.calendar();
        spare = owner.api()
                .post("/api/v1/calendars", "{\"name\":\"Spare\"}")
                .body()
                .get("id")
                .asText();
        share(calendar);
        assertThat(owner.share("all", person("delegate").login(), "manage").status())
                .isEqualTo(200);
        Person.block(person("blocked"));
        var host = Person.named("host");
        host.plan(inviting(timed("Review", DAY.plusDays(1), "10:00", "11:00"), owner.address()));
        var soon = "/api/v1/events?" + range(DAY.plusDays(1), DAY.plusDays(2));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> items(owner.api().get(soon)).size() == 1);
        invitation = items(owner.api().get(soon)).get(0).get("id").asText();
    }

    private static Person person(String role) {
        return Objects.requireNonNull(PEOPLE.get(role), role);
    }

    private static void share(String shared) {
        for (var level : List.of("manage", "write", "read", "freebusy")) {
            assertThat(owner.share(shared, person(level).login(), level).status())
                    .isEqualTo(200);
        }
        owner.share(shared, person("blocked").login(), "write");
        owner.share(shared, group, "read");
    }

    @TestFactory
    Stream<DynamicTest> eachMayDoWhatTheTableSays() {
        var operations = operations();
        var lines = TABLE.lines().toList();
        var roles = words(lines.get(0).split("\\|")[1]);
        assertThat(lines.stream().skip(1).map(line -> line.split("\\|")[0].strip()))
                .containsExactlyInAnyOrderElementsOf(operations.keySet());
        return lines.stream().skip(1).map(line -> {
            var name = line.split("\\|")[0].strip();
            var expected = words(line.split("\\|")[1]);
            return dynamicTest(name, () -> assertThat(roles.stream()
                            .map(role -> role + " " + told(Objects.requireNonNull(operations.get(name)), role))
                            .toList())
                    .isEqualTo(pairs(roles, expected)));
        });
    }

    /** Whoever is refused that often is told to wait: refused he is. */
    private static int told(Operation operation, String role) {
        int status = operation.status(person(role));
        return role.equals("blocked") && status == 429 ? 401 : status;
    }

    private static List<String> words(String cells) {
        return Arrays.asList(cells.strip().split(" +"));
    }

    private static List<String> pairs(List<String> roles, List<String> statuses) {
        return Stream.iterate(0, i -> i < roles.size(), i -> i + 1)
                .map(i -> roles.get(i) + " " + statuses.get(i))
                .toList();
    }

    private static Map<String, Operation> operations() {
        var all = new LinkedHashMap<String, Operation>();
        rest(all);
        resources(all);
        collections(all);
        return all;
    }

    private static String planned(String visibility) {
        var title = visibility.equals("private") ? "Dismissal of Petrov" : "Plan";
        var event = timed(title, DAY, "10:00", "11:00").put("visibility", visibility);
        return EVENTS + owner.plan(event).body().get("id").asText();
    }

    private static void rest(Map<String, Operation> all) {
        all.put("list calendars", who -> {
            var answer = who.api().get("/api/v1/calendars");
            if (answer.status() != 200) return answer.status();
            return answer.raw().body().contains(calendar) ? 200 : 404;
        });
        all.put("read", who -> who.api().get(planned("default")).status());
        all.put("read private", who -> {
            var answer = who.api().get(planned("private"));
            if (!who.equals(owner)) assertThat(answer.raw().body()).doesNotContain("Petrov");
            return answer.status();
        });
        all.put("create", who -> who.plan(timed("New", DAY, "12:00", "13:00").put("calendarId", calendar))
                .status());
        for (var visibility : List.of("default", "private")) {
            var name = visibility.equals("private") ? " private" : "";
            all.put("change" + name, who -> {
                var event = planned(visibility);
                return who.api()
                        .patch(event, owner.api().get(event).etag(), "{\"title\":\"X\"}")
                        .status();
            });
            all.put("delete" + name, who -> {
                var event = planned(visibility);
                return who.api().delete(event, owner.api().get(event).etag()).status();
            });
        }
        all.put(
                "lock",
                who -> who.api().put(planned("default") + "/edit-lock", "").status());
        all.put(
                "see lock",
                who -> who.api().get(planned("default") + "/edit-lock").status());
        all.put("answer", who -> who.api()
                .put(EVENTS + invitation + "/answer", "{\"status\":\"accepted\"}")
                .status());
        var path = "/api/v1/calendars/" + calendar;
        all.put("see shares", who -> who.api().get(path + "/shares").status());
        all.put("share", who -> who.share(calendar, person("read").login(), "read")
                .status());
        all.put(
                "repaint",
                who -> who.api().patch(path, "*", "{\"color\":\"#0b8043\"}").status());
        all.put("change zone", who -> who.api()
                .patch(path, "*", "{\"timeZone\":\"Europe/Samara\"}")
                .status());
    }

    private static String collection() {
        return "/dav/calendars/" + owner.login() + "/default/";
    }

    private static String text(String uid, String lines) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Client//Test//EN\nBEGIN:VEVENT\nUID:" + uid
                        + "\nDTSTAMP:20261124T120000Z\nDTSTART:20310506T090000Z\nDURATION:PT1H\n" + lines
                        + "\nEND:VEVENT\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    /** The address of an object that the owner has just stored. */
    private static String stored(String lines) {
        var name = UUID.randomUUID().toString();
        var path = collection() + name + ".ics";
        assertThat(owner.dav().put(path, text(name, lines)).status()).isEqualTo(201);
        return path;
    }

    private static String uid(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".ics".length());
    }

    private static void resources(Map<String, Operation> all) {
        all.put("GET", who -> who.dav().get(stored("SUMMARY:Plan")).status());
        all.put("GET private", who -> {
            var answer = who.dav().get(stored(PRIVATE));
            if (!who.equals(owner)) assertThat(answer.body()).doesNotContain("Petrov");
            return answer.status();
        });
        all.put("PUT new", who -> {
            var name = UUID.randomUUID().toString();
            return who.dav()
                    .put(collection() + name + ".ics", text(name, "SUMMARY:New"))
                    .status();
        });
        for (var lines : List.of("SUMMARY:Plan", PRIVATE)) {
            var name = lines.equals(PRIVATE) ? " private" : "";
            all.put("PUT" + name, who -> {
                var path = stored(lines);
                return who.dav().put(path, text(uid(path), "SUMMARY:X")).status();
            });
            all.put("DELETE" + name, who -> who.dav().delete(stored(lines)).status());
        }
        all.put("MOVE", who -> who.dav()
                .send("MOVE", stored("SUMMARY:Plan"), "", "Destination", collection() + UUID.randomUUID() + ".ics")
                .status());
        all.put("COPY", who -> {
            share(spare);
            var target = "/dav/calendars/" + owner.login() + "/" + spare + "/" + UUID.randomUUID() + ".ics";
            return who.dav()
                    .send("COPY", stored("SUMMARY:Plan"), "", "Destination", target)
                    .status();
        });
    }

    private static void collections(Map<String, Operation> all) {
        all.put("OPTIONS", who -> who.dav().send("OPTIONS", collection(), "").status());
        all.put(
                "PROPFIND",
                who -> who.dav().propfind(collection(), 0, "<D:displayname/>").status());
        all.put(
                "PROPFIND 1",
                who -> who.dav().propfind(collection(), 1, "<D:getetag/>").status());
        all.put("PROPPATCH", who -> who.dav()
                .send(
                        "PROPPATCH",
                        collection(),
                        "<D:propertyupdate" + NAMESPACES
                                + "><D:set><D:prop><A:calendar-color>#0b8043</A:calendar-color></D:prop></D:set>"
                                + "</D:propertyupdate>")
                .status());
        all.put("GET calendar", who -> hidden(who, who.dav().get(collection())));
        all.put(
                "calendar-query",
                who -> hidden(who, who.dav().query(collection(), "<C:comp-filter name=\"VEVENT\"/>")));
        all.put("calendar-multiget", who -> {
            var path = stored(PRIVATE);
            return hidden(
                    who,
                    who.dav()
                            .report(
                                    collection(),
                                    "<C:calendar-multiget" + NAMESPACES + "><D:prop><C:calendar-data/></D:prop><D:href>"
                                            + path + "</D:href></C:calendar-multiget>"));
        });
        all.put("sync-collection", who -> hidden(who, who.dav().sync(collection(), "", "<C:calendar-data/>")));
        all.put(
                "free-busy-query",
                who -> hidden(
                        who,
                        who.dav()
                                .report(
                                        collection(),
                                        "<C:free-busy-query" + NAMESPACES + "><C:time-range start=\"20310506T000000Z\""
                                                + " end=\"20310507T000000Z\"/></C:free-busy-query>")));
        all.put("ACL", who -> {
            share(spare);
            var path = "/dav/calendars/" + owner.login() + "/" + spare + "/";
            return who.dav().send("ACL", path, "<D:acl" + NAMESPACES + "/>").status();
        });
    }

    private static int hidden(Person who, DavClient.Answer answer) {
        if (!who.equals(owner)) assertThat(answer.body()).doesNotContain("Petrov");
        return answer.status();
    }
}
