package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;
import static org.kalends.support.DavClient.NAMESPACES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

/** What many writers do at once, and what a program that pages meanwhile makes of it. */
class ChangeRowsIT {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 12;

    private final OwnCalendar here = OwnCalendar.of("boris");
    private final OwnCalendar there = OwnCalendar.of("boris");
    private final Map<String, String> known = new HashMap<>();
    private String token = "";

    /** One page into what is known. */
    private boolean page() {
        var answer = here.client()
                .report(
                        here.path(),
                        "<D:sync-collection" + NAMESPACES + "><D:sync-token>" + token
                                + "</D:sync-token><D:sync-level>1</D:sync-level><D:limit><D:nresults>3</D:nresults>"
                                + "</D:limit><D:prop><D:getetag/></D:prop></D:sync-collection>",
                        "Depth",
                        "0");
        assertThat(answer.status()).as(answer.body()).isEqualTo(207);
        var there = answer.texts("//D:response[D:propstat]/D:href");
        var tags = answer.texts("//D:response/D:propstat/D:prop/D:getetag");
        for (int i = 0; i < there.size(); i++) known.put(there.get(i), tags.get(i));
        answer.texts("//D:response[D:status='HTTP/1.1 404 Not Found']/D:href").forEach(known::remove);
        token = answer.text("/D:multistatus/D:sync-token");
        return answer.has("//D:error/D:number-of-matches-within-limits");
    }

    private Map<String, String> listed() {
        var answer = here.client().propfind(here.path(), 1, "<D:getetag/>");
        var hrefs = answer.texts("//D:response/D:href");
        var tags = answer.texts("//D:response/D:propstat[contains(D:status,'200')]/D:prop/D:getetag");
        hrefs.remove(here.path());
        var found = new HashMap<String, String>();
        for (int i = 0; i < hrefs.size(); i++) found.put(hrefs.get(i), tags.get(i));
        return found;
    }

    /** Writes, changes, moves away and back, deletes. */
    private void write(int writer) {
        var client = DavClient.demo(KalendsServer.shared(), "boris");
        for (int round = 0; round < ROUNDS; round++) {
            var name = writer + "-" + round + ".ics";
            var uid = newUid();
            client.put(here.path() + name, at(uid, "20280901T100000Z", "First"));
            switch (round % 4) {
                case 0 -> client.put(here.path() + name, at(uid, "20280901T110000Z", "Second"));
                case 1 -> client.delete(here.path() + name);
                case 2 -> move(client, here.path() + name, there.path() + name);
                default -> {
                    move(client, here.path() + name, there.path() + name);
                    move(client, there.path() + name, here.path() + name);
                }
            }
        }
    }

    private static void move(DavClient client, String from, String to) {
        assertThat(client.send("MOVE", from, "", "Destination", to).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("R22: no change is lost to who pages while others write, move and delete")
    void manyWriters() throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(pool.submit((Callable<Void>) () -> {
                    write(writer);
                    return null;
                }));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) page();
            for (var writer : writers) writer.get();
        } finally {
            pool.shutdownNow();
        }
        while (page()) assertThat(token).isNotEmpty();
        assertThat(known).hasSize(WRITERS * ROUNDS / 2).isEqualTo(listed());
    }
}
