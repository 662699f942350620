package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** Whatever comes in: a readable 4xx that names what is wrong, and nothing stored. */
class BadInputIT {

    private static final String TIMES =
            "\"start\":{\"dateTime\":\"2027-08-01T10:00:00\",\"timeZone\":\"Europe/Moscow\"},"
                    + "\"end\":{\"dateTime\":\"2027-08-01T11:00:00\",\"timeZone\":\"Europe/Moscow\"}";
    private static final String RANGE = "/api/v1/events?from=2027-08-01T00:00:00Z&to=2027-08-03T00:00:00Z";

    private final ApiClient clara = ApiClient.loggedIn(KalendsServer.shared(), "clara");

    static Stream<String> events() {
        var attendees = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"address\":\"p" + i + "@x.test\"}")
                .collect(Collectors.joining(","));
        return Stream.of(
                "",
                "null",
                "[]",
                "{",
                "\"text\"",
                "{}",
                "{\"title\":\"x\"}",
                "{\"title\":1," + TIMES + "}",
                "{\"title\":{\"a\":1}," + TIMES + "}",
                "{\"title\":\"" + "x".repeat(2_000) + "\"," + TIMES + "}",
                "{\"title\":\"a\\u0000b\"," + TIMES + "}",
                "{\"title\":\"a\\ud800b\"," + TIMES + "}",
                "{\"unknown\":1," + TIMES + "}",
                "{\"title\":\"x\"," + TIMES.replace("Europe/Moscow", "Mars/Base") + "}",
                "{\"title\":\"x\"," + TIMES.replace("T11", "T09") + "}",
                "{\"title\":\"x\"," + TIMES.replace("2027-08-01T11:00:00", "tomorrow") + "}",
                "{\"title\":\"x\"," + TIMES.replace("2027-08-01T11", "999999999-08-01T11") + "}",
                "{\"title\":\"x\",\"start\":{\"date\":\"2027-08-01\"},\"end\":{\"date\":\"2027-08-01\"}}",
                "{\"title\":\"x\",\"start\":{\"date\":\"2027-08-01\"},\"end\":{\"dateTime\":\"2027-08-02T10:00:00\",\"timeZone\":\"UTC\"}}",
                "{\"attendees\":[" + attendees + "]," + TIMES + "}",
                "{\"attendees\":[{\"address\":\"nobody\"}]," + TIMES + "}",
                "{\"attendees\":[null]," + TIMES + "}",
                "{\"attendees\":{}," + TIMES + "}",
                "{\"recurrence\":[\"RRULE:FREQ=SECONDLY\"]," + TIMES + "}",
                "{\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=1000000000\"]," + TIMES + "}",
                "{\"recurrence\":[\"RRULE:FREQ=SOMETIMES\"]," + TIMES + "}",
                "{\"recurrence\":[\"ATTENDEE:mailto:x@y.z\"]," + TIMES + "}",
                "{\"recurrence\":[\"RRULE:FREQ=DAILY\\r\\nATTENDEE:mailto:x@y.z\"]," + TIMES + "}",
                "{\"recurrence\":[null]," + TIMES + "}",
                "{\"reminders\":[{\"before\":\"soon\"}]," + TIMES + "}",
                "{\"reminders\":[{\"before\":\"P9999D\"}]," + TIMES + "}",
                "{\"visibility\":\"loud\"," + TIMES + "}",
                "{\"color\":\"url(x)\"," + TIMES + "}",
                "{\"calendarId\":\"nowhere\"," + TIMES + "}",
                "{\"categories\":[\"" + "x".repeat(500) + "\"]," + TIMES + "}");
    }

    @ParameterizedTest
    @MethodSource("events")
    void noBadEventIsStoredOrAnsweredByAServerError(String body) {
        var answer = clara.post("/api/v1/events", body);
        assertThat(answer.status()).as(answer.raw().body()).isBetween(400, 499);
        assertThat(answer.raw().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().get("detail").asText()).isNotBlank();
        assertThat(answer.body().get("requestId").asText()).isNotBlank();
        assertThat(clara.get(RANGE).body().get("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/events",
                "/api/v1/events?from=x&to=y",
                "/api/v1/events?from=2027-08-02T00:00:00Z&to=2027-08-01T00:00:00Z",
                "/api/v1/events?from=2027-08-01T00:00:00Z&to=2027-08-02T00:00:00Z&limit=0",
                "/api/v1/events?from=2027-08-01T00:00:00Z&to=2027-08-02T00:00:00Z&cursor=abc",
                "/api/v1/events?from=2027-08-01T00:00:00Z&to=2027-08-02T00:00:00Z&calendar=abc",
                "/api/v1/events/abc",
                "/api/v1/events/01a20dba-260b-7e83-a491-afb861d54144",
                "/api/v1/freebusy?from=2027-08-01T00:00:00Z&to=2027-08-02T00:00:00Z",
                "/api/v1/freebusy?who=anna&from=2027-08-01T00:00:00Z&to=2027-08-02T00:00:00Z",
                "/api/v1/freebusy?who=anna@kalends.test&from=1000-08-01T00:00:00Z&to=2999-08-02T00:00:00Z",
                "/api/v1/rooms",
                "/api/v1/nothing"
            })
    void noBadQuestionIsAnsweredByAServerError(String path) {
        var answer = clara.get(path);
        assertThat(answer.status()).as(answer.raw().body()).isBetween(400, 499);
        assertThat(answer.body().get("type").asText()).startsWith("urn:kalends:problem:");
    }

    @Test
    void anUnknownMemberIsNamed() {
        var answer = clara.post("/api/v1/events", "{\"colour\":\"red\"," + TIMES + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("field").asText()).isEqualTo("colour");
    }

    @Test
    void whoIsNotLoggedInLearnsNothing() {
        var nobody = ApiClient.anonymous(KalendsServer.shared());
        assertThat(nobody.get(RANGE).status()).isEqualTo(401);
        assertThat(nobody.post("/api/v1/session", "{\"login\":\"anna\",\"password\":\"wrong\"}")
                        .status())
                .isEqualTo(401);
        assertThat(nobody.post("/api/v1/session", "{\"login\":\"nobody\",\"password\":\"wrong\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theEventOfAnotherIsNotThere() {
        var anna = ApiClient.loggedIn(KalendsServer.shared(), "anna");
        var made = anna.post(
                "/api/v1/events", "{\"title\":\"private\"," + TIMES.replace("2027-08-01", "2027-09-01") + "}");
        var path = "/api/v1/events/" + made.body().get("id").asText();
        assertThat(clara.get(path).status()).isEqualTo(404);
        assertThat(clara.patch(path, made.etag(), "{\"title\":\"mine\"}").status())
                .isEqualTo(404);
        assertThat(clara.delete(path, made.etag()).status()).isEqualTo(404);
        assertThat(clara.put(path + "/edit-lock", "").status()).isEqualTo(404);
    }
}
