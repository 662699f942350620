package org.kalends.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

class RoomRaceIT {

    private static final String EVENT =
            """
            {"title": "Race", "start": {"dateTime": "2027-06-01T10:00:00", "timeZone": "Europe/Moscow"},
             "end": {"dateTime": "2027-06-01T11:00:00", "timeZone": "Europe/Moscow"},
             "recurrence": ["RRULE:FREQ=DAILY;COUNT=5"],
             "attendees": [{"address": "%s@kalends.test"}, {"address": "%s@kalends.test"}]}
            """;

    @Test
    void ofManyWhoWantTheSameRoomsAtOnceExactlyOneGetsThem() throws Exception {
        var server = KalendsServer.shared();
        var saves = new ArrayList<Callable<Answer>>();
        for (var login : List.of("anna", "boris", "clara", "dmitri", "eva", "admin")) {
            var person = ApiClient.loggedIn(server, login);
            boolean even = saves.size() % 2 == 0; // in either order, which is how circles of waiting arise
            var body = EVENT.formatted(even ? "volga" : "neva", even ? "neva" : "volga");
            saves.add(() -> person.post("/api/v1/events", body));
        }
        var pool = Executors.newFixedThreadPool(saves.size());
        try {
            var statuses = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(saves)) statuses.add(answer.get().status());
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        } finally {
            pool.shutdown();
        }
    }
}
