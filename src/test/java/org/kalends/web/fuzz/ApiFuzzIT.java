package org.kalends.web.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;
import org.kalends.support.RawHttp;
import org.kalends.support.RawHttp.Answer;
import org.kalends.web.fuzz.Attacks.Attack;
import org.kalends.web.openapi.ApiDocument;

/**
 * Whatever is asked: an answer in time, never a server error; what is refused says why and leaves nothing behind.
 * {@code -Dfuzz.seed=N} (or {@code random}) asks other questions, {@code -Dfuzz.seconds=N} asks for longer, and
 * {@code -Dfuzz.first=N -Dfuzz.count=1} asks one again.
 */
class ApiFuzzIT {

    private static final long USUAL_SEED = 20_261_124;
    private static final Duration SLOW =
            Duration.ofSeconds(30); // it hangs: all events are derived anew on a busy machine
    private static final int ENOUGH = 25;
    private static final String SECRET = "correct horse battery staple";

    private final KalendsServer server = KalendsServer.shared();
    private final Jdbi database = server.database();
    private final RawHttp http = new RawHttp(server);
    private final ApiDocument document = ApiDocument.of(server);
    private final List<String> failures = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private String home = "";

    @Test
    void everythingIsAnsweredAndWhatIsRefusedLeavesNothingBehind() {
        long seed = seed();
        var attacks = new Attacks(document, seed, known());
        long first = Long.getLong("fuzz.first", 0);
        long end = first + Long.getLong("fuzz.count", 1_000_000);
        var deadline = Instant.now().plusSeconds(Long.getLong("fuzz.seconds", 45));
        var state = state();
        long number = first;
        for (; number < end && failures.size() < ENOUGH && Instant.now().isBefore(deadline); number++) {
            var attack = attacks.get(number);
            var answer = asked(attack);
            var after = state();
            boolean changed = answer.status() >= 400 && !after.equals(state);
            if (changed && stores(attack)) {
                failures.add("refused with " + answer.status() + ", yet something was stored: " + attack + ": " + state
                        + " -> " + after);
            }
            state = changed ? state() : after;
        }
        System.out.println("ApiFuzzIT: fuzz.seed=" + seed + ", " + (number - first) + " requests, answers " + statuses);
        assertThat(failures).as("fuzz.seed=" + seed).isEmpty();
        assertThat(statuses.keySet()).as("both ways were gone").contains(200, 201, 400, 404);
    }

    private static long seed() {
        var asked = System.getProperty("fuzz.seed", Long.toString(USUAL_SEED));
        return asked.equals("random") ? new Random().nextInt(1 << 30) : Long.parseLong(asked);
    }

    private Answer asked(Attack attack) {
        var started = Instant.now();
        try {
            var answer = http.send(attack.request());
            statuses.merge(answer.status(), 1, Integer::sum);
            var trouble = trouble(attack, answer);
            var took = Duration.between(started, Instant.now());
            if (took.compareTo(SLOW) > 0) trouble = "took " + took + " " + trouble;
            if (!trouble.isEmpty())
                failures.add(trouble + ": " + attack + " -> " + answer.status() + " " + answer.body());
            return answer;
        } catch (IOException e) {
            failures.add("no answer (" + e + "): " + attack);
            return new Answer(0, Map.of(), "");
        }
    }

    /** Empty where all is well. */
    private static String trouble(Attack attack, Answer answer) {
        int status = answer.status();
        boolean elsewhere = !attack.wellFormed() && status == 501; // a path that leads out of the API knows no PATCH
        if (status >= 500 && !elsewhere) return "a server error";
        if (!attack.wellFormed()) return "";
        if (status < 200) return "no answer";
        if (status < 400) return "";
        var problem = answer.json();
        if (!answer.isProblem() || !problem.path("type").asText().startsWith("urn:kalends:problem:"))
            return "no problem document";
        if (problem.path("detail").asText().isBlank()) return "no detail";
        if (status == 400 && problem.at("/errors/0/message").asText().isBlank()) return "names no field";
        return answer.body().matches("(?s).*(Exception|java\\.|jakarta\\.|org\\.kalends|com\\.fasterxml|SQL).*")
                ? "tells of its insides"
                : "";
    }

    /** A person of its own, so that what is stored in his home comes from here alone. */
    private Attacks.Known known() {
        var administrator = ApiClient.logIn(server, "admin");
        var login = "fuzz-" + UUID.randomUUID();
        var person = ApiClient.JSON
                .createObjectNode()
                .put("login", login)
                .put("name", "Fuzz")
                .put("address", login + "@kalends.test")
                .put("password", SECRET);
        var made = ApiClient.bearer(server, administrator).post("/api/v1/admin/users", person.toString());
        home = made.body().get("id").asText();
        var token = ApiClient.anonymous(server)
                .post("/api/v1/session", "{\"login\":\"" + login + "\",\"password\":\"" + SECRET + "\"}")
                .body()
                .get("token")
                .asText();
        var client = ApiClient.bearer(server, token);
        var events = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var event = Planning.timed("Fuzzed " + i, LocalDate.of(2028, 3, 1).plusDays(i), "10:00", "11:00");
            if (i % 2 == 0) Planning.repeating(event, "FREQ=WEEKLY;COUNT=4");
            events.add(client.post("/api/v1/events?notify=none", event.toString())
                    .body()
                    .get("id")
                    .asText());
        }
        var calendars = List.of(client.post("/api/v1/calendars", "{\"name\":\"Fuzzed\"}")
                .body()
                .get("id")
                .asText());
        return new Attacks.Known(token, administrator, Map.of("events", events, "calendars", calendars));
    }

    /** What came of earlier mails is noted by the server itself, whenever; so it is asked again when all is quiet. */
    private boolean stores(Attack attack) {
        var last = new AtomicReference<>(state());
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    var now = state();
                    return now.equals(last.getAndSet(now));
                });
        asked(attack);
        return !state().equals(last.get());
    }

    /** What is stored of that person, and who there is; every write changes an xmin or a count. */
    private String state() {
        var rows = new ArrayList<String>();
        for (var table : List.of(
                "calendar", "calendar_object", "instance", "change_log", "edit_lease", "mail_news", "itip_message")) {
            rows.add("select count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) from " + table
                    + " where home_id = :home");
        }
        for (var table : List.of("settings", "app_password")) {
            rows.add("select count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) from " + table
                    + " where principal_id = :home");
        }
        for (var table : List.of("principal", "alias")) {
            rows.add("select count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) from " + table);
        }
        return database.withHandle(handle -> handle.createQuery(String.join(" union all ", rows))
                .bind("home", UUID.fromString(home))
                .mapTo(String.class)
                .list()
                .toString());
    }
}
