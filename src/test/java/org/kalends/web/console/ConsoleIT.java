package org.kalends.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** A console that speaks Jolokia's protocol, such as Hawtio. */
class ConsoleIT {

    private static final String MOVES = "org.kalends:type=ExchangeMigration,app=web";

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient admin = by("admin", "rest");

    private ApiClient by(String login, String scope) {
        var made = ApiClient.loggedIn(server, login)
                .post("/api/v1/app-passwords", "{\"name\":\"console\",\"scope\":\"" + scope + "\"}");
        return ApiClient.basic(server, login, made.body().get("secret").asText());
    }

    private static String request(String type, String mbean, String more) {
        return "{\"type\":\"" + type + "\",\"mbean\":\"" + mbean + "\"" + more + "}";
    }

    private JsonNode asked(String type, String mbean, String more) {
        var answer = admin.post("/jolokia/", request(type, mbean, more));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void anAdministratorReadsAndWorksTheMBeansOfKalends() {
        var jobs = asked("exec", MOVES, ",\"operation\":\"listJobs\",\"arguments\":[\"FAILED\"]");
        assertThat(jobs.get("status").asInt()).as(jobs.toString()).isEqualTo(200);
        assertThat(jobs.get("value").isArray()).isTrue();
        var found = asked("search", "org.kalends:*", "");
        assertThat(found.get("value").toString()).contains("ExchangeSync", "ExchangeMigration");
        var heap = asked("read", "java.lang:type=Memory", ",\"attribute\":\"HeapMemoryUsage\"");
        assertThat(heap.at("/value/used").asLong()).isPositive();
        assertThat(admin.get("/jolokia/version").body().at("/value/agent").isTextual())
                .isTrue();
    }

    @Test
    void nothingElseOfTheMachineIsReached() {
        for (var refused : Map.ofEntries(
                        entry("com.sun.management:type=DiagnosticCommand", "vmVersion"),
                        entry("java.lang:type=Memory", "gc"),
                        entry("java.util.logging:type=Logging", "getLoggerLevel"))
                .entrySet()) {
            var answer = asked("exec", refused.getKey(), ",\"operation\":\"" + refused.getValue() + "\"");
            assertThat(answer.get("status").asInt()).as(answer.toString()).isEqualTo(403);
        }
        var read = asked("read", "java.util.logging:type=Logging", "");
        assertThat(read.get("status").asInt()).isEqualTo(403);
        var written = asked("write", "java.lang:type=Memory", ",\"attribute\":\"Verbose\",\"value\":true");
        assertThat(written.get("status").asInt()).isEqualTo(403);
        assertThat(asked("list", "", "").get("value").fieldNames())
                .toIterable()
                .allMatch(domain -> domain.equals("org.kalends") || domain.equals("java.lang"));
    }

    @Test
    void onlyAdministratorsComeInByAPasswordForRest() {
        var body = request("version", "", "");
        var nobody = ApiClient.anonymous(server).post("/jolokia/", body);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(ApiClient.loggedIn(server, "admin").post("/jolokia/", body).status())
                .isEqualTo(401);
        assertThat(by("admin", "caldav").post("/jolokia/", body).status()).isEqualTo(403);
        assertThat(ApiClient.basic(server, "admin", "guessed")
                        .post("/jolokia/", body)
                        .status())
                .isEqualTo(401);
        assertThat(by("anna", "rest").post("/jolokia/", body).status()).isEqualTo(403);
    }

    @Test
    void noPageOfElsewhereAsksInHisName() {
        var answer = admin.with(Map.of("Origin", "https://evil.example")).post("/jolokia/", request("version", "", ""));
        assertThat(answer.raw().body()).doesNotContain("\"agent\"");
        assertThat(answer.raw().headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"type\":\"none\"}", "{\"type\":\"read\",\"mbean\":\"no name\"}", "nonsense"})
    void badRequestsAreRefusedAndToldWithoutATrace(String body) {
        var answer = admin.post("/jolokia/", body);
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.raw().body()).doesNotContain("stacktrace", "org.jolokia.");
    }
}
