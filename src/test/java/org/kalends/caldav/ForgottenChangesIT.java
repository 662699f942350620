package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;

import com.sun.tools.attach.AttachNotSupportedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import javax.management.JMException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.JmxConsole;
import org.kalends.support.KalendsServer;

/** What is gone for long is forgotten; whoever needs it lists anew, and nobody misses anything. */
class ForgottenChangesIT {

    private static final String BEAN = "type=EventStore";
    private static JmxConsole console;

    private final OwnCalendar own = OwnCalendar.of("eva");

    @BeforeAll
    static void open() throws IOException, AttachNotSupportedException {
        console = JmxConsole.of(KalendsServer.shared());
    }

    @AfterAll
    static void close() throws IOException {
        console.close();
    }

    private DavClient.Answer sync(String token) {
        return own.client().sync(own.path(), token, "<D:getetag/>");
    }

    private static String token(DavClient.Answer answer) {
        return answer.text("/D:multistatus/D:sync-token");
    }

    /** All that was noted so far happened so many days ago. */
    private void age(int days) {
        var uri = own.path().split("/")[4];
        KalendsServer.shared()
                .database()
                .useHandle(handle -> handle.execute(
                        "update change_log l set at = at - make_interval(days => ?) from calendar c"
                                + " where c.uri = ? and l.home_id = c.home_id and l.cal_id = c.cal_id",
                        days,
                        uri));
    }

    private static long prune() throws JMException, IOException {
        return (Long) console.ask(BEAN, "pruneChanges");
    }

    private void put(String name) {
        assertThat(own.put(name, at(newUid(), "20270301T100000Z", name)).status())
                .isEqualTo(201);
    }

    @Test
    @DisplayName(
            "R22: a token from before a forgotten removal is refused by name; a later one goes on, and a new list is whole")
    void aTokenFromBeforeAForgottenRemovalIsRefused() throws JMException, IOException {
        put("stays.ics");
        put("goes.ics");
        var before = token(sync(""));
        own.client().delete(own.path() + "goes.ics");
        var after = token(sync(before));
        age(91);
        assertThat(prune()).isPositive();
        var refused = sync(before);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.precondition()).isEqualTo("D:valid-sync-token");
        assertThat(sync(after).texts("//D:response")).isEmpty();
        assertThat(sync("").texts("//D:response/D:href")).containsExactly(own.path() + "stays.ics");
    }

    @Test
    void aRemovalIsToldForNinetyDays() throws JMException, IOException {
        put("goes.ics");
        var before = token(sync(""));
        own.client().delete(own.path() + "goes.ics");
        age(89);
        prune();
        assertThat(sync(before).texts("//D:response[D:status='HTTP/1.1 404 Not Found']/D:href"))
                .containsExactly(own.path() + "goes.ics");
    }

    @Test
    void afterARestoreNoTokenOfTheLostTimeIsTaken() throws JMException, IOException {
        put("a.ics");
        var lost = token(sync(""));
        assertThat((Long) console.ask(BEAN, "forgetSyncTokens")).isPositive();
        assertThat(sync(lost).precondition()).isEqualTo("D:valid-sync-token");
        assertThat(token(own.client().propfind(own.path(), 0, "<D:sync-token/>")))
                .isNotEqualTo(lost);
        assertThat(sync(token(sync(""))).status()).isEqualTo(207);
    }

    /** Knows what it was told, and begins anew where it has to. */
    private final class Program {
        private final Map<String, String> known = new HashMap<>();
        private String token = "";

        void catchUp() {
            var answer = sync(token);
            if (answer.precondition().equals("D:valid-sync-token")) {
                known.clear();
                answer = sync("");
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(207);
            var there = answer.texts("//D:response[D:propstat]/D:href");
            var tags = answer.texts("//D:response/D:propstat/D:prop/D:getetag");
            for (int i = 0; i < there.size(); i++) known.put(there.get(i), tags.get(i));
            answer.texts("//D:response[D:status='HTTP/1.1 404 Not Found']/D:href")
                    .forEach(known::remove);
            token = token(answer);
        }
    }

    @Test
    @DisplayName("R22: whatever is forgotten meanwhile, a program that catches up now and then knows what is there")
    void replayedTokensEqualTheListing() throws JMException, IOException {
        var random = new Random(6578);
        var programs = new Program[] {new Program(), new Program(), new Program()};
        var there = new HashSet<String>();
        for (int round = 0; round < 60; round++) {
            var name = random.nextInt(6) + ".ics";
            if (there.remove(name)) own.client().delete(own.path() + name);
            else if (there.add(name)) put(name);
            if (random.nextInt(8) == 0) age(91);
            if (random.nextInt(6) == 0) prune();
            if (random.nextInt(3) == 0) programs[random.nextInt(programs.length)].catchUp();
        }
        var listed = new Program();
        listed.catchUp();
        assertThat(listed.known.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        there.stream().map(name -> own.path() + name).toList());
        for (var program : programs) {
            program.catchUp();
            assertThat(program.known).isEqualTo(listed.known);
        }
    }
}
