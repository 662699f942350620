package org.kalends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.path;
import static org.kalends.support.Planning.range;
import static org.kalends.support.Planning.timed;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;

class OutOfOfficeEventsIT {

    private static final LocalDate DAY = LocalDate.parse("2028-03-06");

    @Test
    void anEventOutOfOfficeIsToldAsSuchInFreeBusyAndIsPlainAgainWhenChanged() {
        var eva = ApiClient.loggedIn(KalendsServer.shared(), "eva");
        var made = eva.post(
                "/api/v1/events",
                timed("Holidays", DAY, "10:00", "11:00")
                        .put("transparency", "out-of-office")
                        .toString());
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.body().get("transparency").asText()).isEqualTo("out-of-office");
        assertThat(type(eva)).isEqualTo("out-of-office");
        var changed = eva.patch(path(made), made.etag(), "{\"transparency\":\"busy\"}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(type(eva)).isEqualTo("busy");
    }

    private static String type(ApiClient eva) {
        var asked = eva.get("/api/v1/freebusy?who=eva@kalends.test&" + range(DAY, DAY.plusDays(1)));
        return items(asked).get(0).get("busy").get(0).get("type").asText();
    }
}
