package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Planning;

class TrashIT {

    private static final LocalDate DAY = LocalDate.of(2028, 9, 4);

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient dmitri = ApiClient.loggedIn(server, "dmitri");

    private ApiClient.Answer deleted(String title, LocalDate day, String... invited) {
        var event = inviting(timed(title, day, "10:00", "11:00"), invited);
        var made = dmitri.post("/api/v1/events", event.toString());
        assertThat(dmitri.delete(path(made), made.etag()).status()).isEqualTo(204);
        return made;
    }

    @Test
    void theLatestDeletedComesFirstPageByPage() {
        for (int i = 0; i < 5; i++) deleted("Rubbish " + i, DAY.plusDays(i));
        var seen = new ArrayList<String>();
        var page = dmitri.get("/api/v1/trash?limit=2");
        while (true) {
            assertThat(items(page).size()).isLessThanOrEqualTo(2);
            items(page).forEach(e -> seen.add(e.get("title").asText()));
            if (page.body().get("nextCursor").isNull()) break;
            page = dmitri.get("/api/v1/trash?limit=2&cursor="
                    + page.body().get("nextCursor").asText());
        }
        assertThat(seen.subList(0, 5)).containsExactly("Rubbish 4", "Rubbish 3", "Rubbish 2", "Rubbish 1", "Rubbish 0");
        assertThat(dmitri.get("/api/v1/trash?cursor=abc").status()).isEqualTo(400);
    }

    @Test
    void restoringSilentlyBringsTheCopiesBackToo() {
        var day = DAY.plusDays(14);
        var made = deleted("Quiet", day, "eva@kalends.test");
        var eva = ApiClient.loggedIn(server, "eva");
        assertThat(dmitri.post(path(made) + "/restore?notify=none", "").status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> items(eva.get("/api/v1/events?" + range(day, day.plusDays(1)))).stream()
                        .anyMatch(e -> e.get("status").asText().equals("confirmed")));
    }

    @Test
    void whatIsNotInTheTrashCannotBeRestored() {
        var made = dmitri.post(
                "/api/v1/events",
                timed("Here", DAY.plusDays(21), "10:00", "11:00").toString());
        assertThat(dmitri.post(path(made) + "/restore", "").status()).isEqualTo(404);
        var other = deleted("Foreign", DAY.plusDays(21));
        var eva = ApiClient.loggedIn(server, "eva");
        assertThat(eva.post(path(other) + "/restore", "").status()).isEqualTo(404);
        assertThat(Planning.items(eva.get("/api/v1/trash")))
                .noneMatch(e -> e.get("id").equals(other.body().get("id")));
    }
}
