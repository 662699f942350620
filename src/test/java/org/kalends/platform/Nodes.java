package org.kalends.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.support.Planning.items;
import static org.kalends.support.Planning.range;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.support.ApiClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.TestDatabase;

/** Two nodes on one database and one relay; how they come to a broker is the test's matter. */
final class Nodes implements AutoCloseable {

    /** Threads of one node that speak to the relay: four in each of its two applications. */
    static final int SENDERS = 8;

    /** Short, so that mails leave while things break. */
    private static final Map<String, String> QUICK_MAIL = Map.of(
            "KALENDS_DATABASE_USER", "postgres", "KALENDS_DATABASE_PASSWORD", "trusted", "KALENDS_MAIL_UNDO", "PT0.5S");

    private final GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String database = TestDatabase.url();
    private final List<KalendsServer> nodes;

    private Nodes(List<String> first, List<String> second, Map<String, String> environment) {
        relay.start();
        var shared = List.of(
                "--database", database, "--smtp", "127.0.0.1:" + relay.getSmtp().getPort());
        var all = new HashMap<>(QUICK_MAIL);
        all.putAll(environment);
        this.nodes = List.of(node(all, shared, first), node(all, shared, second));
    }

    private static KalendsServer node(Map<String, String> environment, List<String> shared, List<String> own) {
        var options = Stream.concat(shared.stream(), own.stream()).toArray(String[]::new);
        return KalendsServer.prepared(environment, options);
    }

    /** Both at once, the second without demo organisation of its own. */
    static Nodes started(List<String> first, List<String> second, Map<String, String> environment) {
        var both = new Nodes(
                first, Stream.concat(second.stream(), Stream.of("--empty")).toList(), environment);
        var starting = both.nodes.stream()
                .map(node -> CompletableFuture.runAsync(() -> start(node)))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(starting).join();
        } catch (CompletionException e) {
            both.close();
            throw e;
        }
        return both;
    }

    private static void start(KalendsServer node) {
        try {
            node.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC URL of what they share. */
    String database() {
        return database;
    }

    void stopRelay() {
        relay.stop();
    }

    KalendsServer a() {
        return nodes.get(0);
    }

    KalendsServer b() {
        return nodes.get(1);
    }

    /** The titles that somebody has on that day, as that node tells. */
    private static List<String> titles(ApiClient person, LocalDate day) {
        return items(person.get("/api/v1/events?limit=1000&" + range(day, day.plusDays(1)))).stream()
                .map(item -> item.get("title").asText())
                .toList();
    }

    /** What the relay took for meetings of that name: "recipient title", once for every time. */
    List<String> mails(String name) {
        return Arrays.stream(relay.getReceivedMessages())
                .map(Nodes::summary)
                .filter(summary -> summary.contains(" " + name + " "))
                .toList();
    }

    /** To whom the relay took mails whose subject begins so, once for every time. */
    List<String> recipients(String subject) {
        return Arrays.stream(relay.getReceivedMessages())
                .filter(mail -> subject(mail).startsWith(subject))
                .map(mail -> summary(mail).split(" ")[0])
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** "Invitation: Title — when" without what stands around. */
    private static String summary(MimeMessage mail) {
        try {
            var title = mail.getSubject().replaceFirst("^[^:]*: ", "").replaceFirst(" — .*", "");
            return mail.getAllRecipients()[0] + " " + title;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until all that these saved has reached the colleague and the relay, as that node tells. */
    void awaitDelivered(KalendsServer node, LocalDate day, String name, Duration within, Saver... savers) {
        var boris = ApiClient.loggedIn(node, "boris");
        var saved = all(Saver::acknowledged, savers);
        var expected = expected(saved);
        await().atMost(within).untilAsserted(() -> {
            assertThat(titles(boris, day)).containsAll(saved);
            assertThat(mails(name)).containsAll(expected);
        });
        assertThat(titles(boris, day)).doesNotHaveDuplicates();
        saved.addAll(all(Saver::unknown, savers));
        assertThat(saved).containsAll(titles(boris, day));
    }

    private static List<String> all(Function<Saver, List<String>> part, Saver... savers) {
        return Arrays.stream(savers).map(part).flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    /** How many of them came more than once. */
    static int repeats(List<String> mails) {
        return mails.size() - new HashSet<>(mails).size();
    }

    /** The mails that there have to be. */
    private static List<String> expected(List<String> titles) {
        return titles.stream()
                .flatMap(title -> Stream.of(Saver.COLLEAGUE, Saver.GUEST).map(to -> to + " " + title))
                .toList();
    }

    @Override
    public void close() {
        nodes.forEach(KalendsServer::close);
        relay.stop();
    }
}
