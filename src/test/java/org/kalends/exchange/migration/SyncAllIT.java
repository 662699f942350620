package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.CommandLine;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** The script that an administrator runs. */
class SyncAllIT {

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");

    @TempDir
    Path directory;

    private record Run(int status, String output) {}

    private Run run(String list, String... options) throws IOException, InterruptedException {
        return script("sync_all.sh", list, options);
    }

    private Run script(String name, String list, String... options) throws IOException, InterruptedException {
        var file = Files.writeString(directory.resolve("list.txt"), list);
        var command = new ArrayList<>(List.of("../../" + name, file.toString(), "--server", server.address()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KALENDS_APP_PASSWORD", secret());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private String secret() {
        return admin.post("/api/v1/app-passwords", "{\"name\":\"Moving\",\"scope\":\"rest\"}")
                .body()
                .get("secret")
                .asText();
    }

    private Person somebody(String... titles) {
        var person = Person.on(server, "synced", "ru");
        var mailbox = exchange.mailbox(person.address());
        for (var title : titles) {
            mailbox.holding(SimItem.named(title, "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z"));
        }
        return person;
    }

    private List<String> titles(Person person) {
        return person.api()
                .get("/api/v1/events?from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z")
                .body()
                .get("items")
                .findValuesAsText("title");
    }

    @Test
    void aListIsMovedAndTheScriptSaysSoAndWritesAReport() throws Exception {
        var anna = somebody("Планёрка", "Обед, \"большой\"");
        exchange.mailbox(anna.address())
                .holding(SimItem.named("Never", "2026-12-01T06:00:00Z", "2026-12-01T05:00:00Z"));
        var boris = somebody("Review");
        var report = directory.resolve("report");
        var run = run(
                "# the first\n" + anna.address() + "\n\n" + boris.address() + " # the second\n" + anna.address() + "\n",
                "--wait",
                "--report",
                report.toString());
        assertThat(run.output())
                .contains(
                        anna.address() + ": done: 3 seen, 2 created, 0 updated, 0 unchanged, 0 skipped, 1 failed",
                        boris.address() + ": done: 1 seen, 1 created",
                        "2 of 2 moved");
        assertThat(run.status()).isZero();
        assertThat(titles(anna)).containsExactlyInAnyOrder("Планёрка", "Обед, \"большой\"");
        assertThat(Files.readString(report.resolve("mailboxes.csv")))
                .contains("\"" + anna.address() + "\",\"done\",3,2,0,0,0,1,3,2,1,\"\"\r\n");
        assertThat(Files.readString(report.resolve("items.csv")))
                .contains("\"" + anna.address()
                        + "\",\"Calendar\",\"Never\",\"\",\"failed\",\"the item ends before it begins\"");
        var json = ApiClient.JSON.readTree(report.resolve("report.json").toFile());
        assertThat(json.findValuesAsText("title")).containsExactly("Never");
    }

    @Test
    void guestsAreToldIfThatIsAskedFor() throws Exception {
        var anna = somebody("Planning");
        var report = directory.resolve("announced");
        var run = run(anna.address(), "--announce", "--wait", "--report", report.toString());
        assertThat(run.status()).isZero();
        var json = ApiClient.JSON.readTree(report.resolve("report.json").toFile());
        assertThat(json.get(0).get("announce").asBoolean()).isTrue();
    }

    @Test
    void aVerificationSaysWhoDiffers() throws Exception {
        var same = somebody("Review");
        var other = somebody("Planning");
        run(same.address() + "\n" + other.address(), "--wait");
        exchange.mailbox(other.address())
                .holding(SimItem.named("Newer", "2026-12-01T06:00:00Z", "2026-12-01T07:00:00Z"));
        var list = Files.writeString(directory.resolve("both.txt"), same.address() + "\n" + other.address());
        var verified = CommandLine.ask(server, secret(), "exchange", "verify", list.toString(), "--wait");
        assertThat(verified.output())
                .contains("1 instances there, 1 here, 0 events differ", "2 instances there, 1 here, 1 events differ")
                .contains("1 of 2 are the same");
        assertThat(verified.status()).isEqualTo(3);
        assertThat(titles(other)).containsExactly("Planning");
    }

    @Test
    void aDryRunSaysWhatWouldBe() throws Exception {
        var person = somebody("Review");
        var run = run(person.address(), "--wait", "--dry-run");
        assertThat(run.output()).contains("1 created", "1 of 1 rehearsed");
        assertThat(run.status()).isZero();
        assertThat(titles(person)).isEmpty();
    }

    @Test
    void somethingThatFailsOrIsRefusedIsStatusThree() throws Exception {
        var missing = Person.on(server, "missing", "ru");
        assertThat(run(missing.address(), "--wait").status()).isEqualTo(3);
        var refused = run("nobody@elsewhere.test");
        assertThat(refused.output()).contains("nobody@elsewhere.test: refused: Nobody here has that address");
        assertThat(refused.status()).isEqualTo(3);
    }

    @Test
    void aBadListIsStatusTwoAndBeginsNothing() throws Exception {
        var person = somebody("Review");
        var bad = run(person.address() + "\nnot an address\n");
        assertThat(bad.output()).contains("line 2: 'not an address' is not a mail address");
        assertThat(bad.status()).isEqualTo(2);
        assertThat(run("# nobody\n").status()).isEqualTo(2);
        assertThat(run(person.address(), "--from", "tomorrow").status()).isEqualTo(2);
        assertThat(titles(person)).isEmpty();
    }

    @Test
    void mailboxesAreSubscribedAndUnsubscribedByScripts() throws IOException, InterruptedException {
        var person = somebody("Kept");
        var list = person.address() + "\nnobody@kalends.test\n";
        var begun = script("subscribe.sh", list);
        assertThat(begun.output())
                .contains(
                        person.address() + ": subscribed", "nobody@kalends.test: refused: Nobody", "1 of 2 subscribed");
        assertThat(begun.status()).isEqualTo(3);
        assertThat(script("subscribe.sh", "no address").status()).isEqualTo(2);
        var ended = script("unsubscribe.sh", person.address());
        assertThat(ended.output()).contains(person.address() + ": unsubscribed");
        assertThat(ended.status()).isZero();
        assertThat(script("unsubscribe.sh", person.address()).status()).isEqualTo(3);
    }
}
