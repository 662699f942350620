package org.kalends.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

/** Who mistypes an address reads a page of Kalends; programs read a problem. */
class ErrorPageIT {

    private final ApiClient nobody = ApiClient.anonymous(KalendsServer.shared());

    @Test
    void anAddressThatLeadsNowhereSaysSoAndShowsTheWayBack() {
        var answer = nobody.get("/weeks/2026");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.raw().body())
                .contains("Такой страницы нет", "There is no such page", "href=\"/\"")
                .doesNotContain("Payara");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void theIconOfPagesIsThere() {
        assertThat(nobody.get("/pages/icon.svg").status()).isEqualTo(200);
    }

    @Test
    void aProgramReadsAProblem() {
        var dmitri = ApiClient.loggedIn(KalendsServer.shared(), "dmitri");
        var answer = dmitri.get("/api/v1/weeks");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
