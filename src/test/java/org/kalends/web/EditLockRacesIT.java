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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.kalends.support.ApiClient;
import org.kalends.support.ApiClient.Answer;
import org.kalends.support.KalendsServer;

/** Many want the same event at the same moment: one has it, nobody's work is lost. */
class EditLockRacesIT {

    private static final int THREADS = 12;
    private static int tests = 0;

    private final KalendsServer server = KalendsServer.shared();
    private final ApiClient anna = ApiClient.loggedIn(server, "anna");
    private final ApiClient eva = ApiClient.loggedIn(server, "eva");
    private Answer made;
    private String path = "";
    private String evasCopy = "";

    @BeforeEach
    void aMeetingOfTwo() {
        var day = LocalDate.of(2029, 11, 5).plusWeeks(tests++);
        made = anna.post(
                "/api/v1/events",
                inviting(timed("Raced", day, "10:00", "11:00"), "eva@kalends.test")
                        .toString());
        path = path(made);
        evasCopy = "/api/v1/events/"
                + await().atMost(Duration.ofSeconds(10))
                        .until(
                                () -> items(eva.get("/api/v1/events?" + range(day, day.plusDays(1)))),
                                copies -> copies.size() == 1)
                        .get(0)
                        .get("id")
                        .asText();
    }

    private static List<Answer> atOnce(List<Callable<Answer>> deeds) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(deeds.size());
        var start = new CyclicBarrier(deeds.size());
        try {
            var running = new ArrayList<Future<Answer>>();
            for (var deed : deeds) {
                running.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            var answers = new ArrayList<Answer>();
            for (var one : running) answers.add(one.get());
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @RepeatedTest(3)
    void ofAllWhoAskAtOnceOnePersonGetsTheLeaseAndItIsOne() throws Exception {
        var answers = atOnce(IntStream.range(0, THREADS)
                .<Callable<Answer>>mapToObj(i -> i % 2 == 0
                        ? () -> anna.put(path + "/edit-lock", "")
                        : () -> eva.put(evasCopy + "/edit-lock", ""))
                .toList());

        var got = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(got).hasSize(THREADS / 2);
        assertThat(answers.stream().filter(answer -> answer.status() == 423)).hasSize(THREADS / 2);
        assertThat(got.stream()
                        .map(answer -> answer.body().get("token").asText())
                        .distinct())
                .hasSize(1);
    }

    @RepeatedTest(3)
    void ofAllWhoSaveTheSameStateWithoutALeaseOneIsSavedAndTheOthersAreShownIt() throws Exception {
        var answers = atOnce(IntStream.range(0, THREADS)
                .<Callable<Answer>>mapToObj(i -> () -> anna.patch(path, made.etag(), "{\"title\":\"Title " + i + "\"}"))
                .toList());

        var saved = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(saved).hasSize(1);
        var title = saved.get(0).body().get("title");
        var refused = answers.stream().filter(answer -> answer.status() == 412).toList();
        assertThat(refused).hasSize(THREADS - 1);
        assertThat(refused)
                .allMatch(answer -> answer.body().at("/current/title").equals(title));
        assertThat(anna.get(path).body().get("title")).isEqualTo(title);
        // what came of the messages is noted at any moment, and makes another tag: who saved knows the event all the
        // same
        assertThat(anna.patch(path, saved.get(0).etag(), "{\"title\":\"Later\"}")
                        .status())
                .isEqualTo(200);
    }

    private void theLeaseEnds() {
        var uid = made.body().get("uid").asText();
        assertThat(server.database()
                        .<Integer, RuntimeException>withHandle(handle -> handle.execute(
                                "update edit_lease set until = clock_timestamp() - interval '1 second' where uid = ?",
                                uid)))
                .isOne();
    }

    @Test
    void aLeaseThatEndedByTheClockOfTheDatabaseIsNobodys() {
        anna.put(path + "/edit-lock", "");
        theLeaseEnds();
        assertThat(eva.get(evasCopy + "/edit-lock").status()).isEqualTo(204);
        assertThat(eva.put(evasCopy + "/edit-lock", "").status()).isEqualTo(200);
        assertThat(anna.put(path + "/edit-lock", "").status()).isEqualTo(423);
    }

    @Test
    void whoRenewsTooLateGetsANewLeaseAndNotTheOldOne() {
        var first = anna.put(path + "/edit-lock", "").body().get("token");
        theLeaseEnds();
        var second = anna.put(path + "/edit-lock", "");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().get("token")).isNotEqualTo(first);
    }

    @Test
    void whoLostTheLeaseToAnotherCannotSaveOverHim() {
        anna.put(path + "/edit-lock", "");
        theLeaseEnds();
        eva.put(evasCopy + "/edit-lock", "");
        assertThat(anna.patch(path, made.etag(), "{\"title\":\"Too late\"}").status())
                .isEqualTo(423);
        assertThat(anna.delete(path, made.etag()).status()).isEqualTo(423);
        assertThat(anna.delete(path + "/edit-lock", "*").status()).isEqualTo(204);
        assertThat(eva.get(evasCopy + "/edit-lock").status())
                .as("not given back by another")
                .isEqualTo(200);

        eva.put(evasCopy + "/answer", "{\"status\":\"accepted\"}");
        eva.delete(evasCopy + "/edit-lock", "*");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !anna.get(path).etag().equals(made.etag()));
        assertThat(anna.patch(path, made.etag(), "{\"title\":\"Unseen\"}").status())
                .isEqualTo(412);
        assertThat(anna.get(path).body().get("title").asText()).isEqualTo("Raced");
    }

    @Test
    void thereIsNoLeaseOfADeletedEvent() {
        assertThat(anna.delete(path, made.etag()).status()).isEqualTo(204);
        assertThat(anna.put(path + "/edit-lock", "").status()).isEqualTo(404);
        assertThat(anna.get(path + "/edit-lock").status()).isEqualTo(404);
        assertThat(anna.delete(path + "/edit-lock", "*").status()).isEqualTo(404);
    }
}
