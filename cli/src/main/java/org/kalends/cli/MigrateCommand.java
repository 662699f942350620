package org.kalends.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves the mailboxes of a list. Ends with 0 if all were done (without {@code --wait}: begun), 2 for a bad list, 3 else. */
@Command(
        name = "migrate",
        description = "Move mailboxes from Exchange, one job each.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all were moved, or begun where nobody waits",
            "1:the server refused",
            "2:the list is not usable; nothing was begun",
            "3:some were refused or failed"
        })
final class MigrateCommand extends MailboxListCommand {

    static final String MIGRATIONS = "/api/v1/admin/exchange/migrations";

    private static final long LOOK_MILLIS = 1_000;
    private static final Set<String> ENDED = Set.of("done", "failed", "stopped");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--dry-run", description = "Do all but keep it.")
    boolean rehearsal;

    @Option(names = "--from", description = "Leave what ends before, such as 2026-01-01T00:00:00Z.")
    @Nullable
    Instant from;

    @Option(names = "--to", description = "Leave what begins later.")
    @Nullable
    Instant to;

    @Option(names = "--wait", description = "Until all jobs are at their end.")
    boolean waiting;

    @Option(names = "--report", paramLabel = "DIR", description = "Write what became of it; waits.")
    @Nullable
    Path report;

    @Override
    int work(List<String> mailboxes) throws IOException, InterruptedException {
        var wanted = new HashMap<String, Object>(Map.of("mailboxes", mailboxes, "dryRun", rehearsal));
        if (from != null) wanted.put("from", from.toString());
        if (to != null) wanted.put("to", to.toString());
        var begun = exchange.api.read("POST", MIGRATIONS, new ObjectMapper().writeValueAsString(wanted));
        for (var refused : begun.get("refused")) {
            OUT.println(refused.get("mailbox").asText() + ": refused: "
                    + refused.get("reason").asText());
        }
        var jobs = new ArrayList<JsonNode>();
        begun.get("jobs").forEach(jobs::add);
        boolean well = begun.get("refused").isEmpty();
        if (!waiting && report == null) {
            jobs.forEach(job -> OUT.println(
                    job.get("mailbox").asText() + ": begun: " + job.get("id").asText()));
            return well ? 0 : SOME_FAILED;
        }
        var ended = ended(jobs);
        if (report != null) new MigrationReport(exchange.api, report).write(ended);
        long done = ended.stream()
                .filter(job -> job.get("state").asText().equals("done"))
                .count();
        OUT.println(done + " of " + mailboxes.size() + (rehearsal ? " rehearsed" : " moved"));
        return well && done == ended.size() ? 0 : SOME_FAILED;
    }

    /** All jobs at their end; a line is told of each as it comes there. */
    private List<JsonNode> ended(List<JsonNode> jobs) throws IOException, InterruptedException {
        var open = new ArrayList<>(jobs);
        var ended = new ArrayList<JsonNode>();
        while (!open.isEmpty()) {
            for (var job : List.copyOf(open)) {
                var now = exchange.api.read(
                        "GET", MIGRATIONS + "/" + job.get("id").asText(), "");
                if (!ENDED.contains(now.get("state").asText())) continue;
                open.remove(job);
                ended.add(now);
                OUT.println(line(now));
            }
            if (!open.isEmpty()) Thread.sleep(LOOK_MILLIS);
        }
        return ended;
    }

    private static String line(JsonNode job) {
        var text = new StringBuilder(job.get("mailbox").asText())
                .append(": ")
                .append(job.get("state").asText());
        var separator = ": ";
        for (var count : job.get("counts").properties()) {
            text.append(separator).append(count.getValue().asInt()).append(' ').append(count.getKey());
            separator = ", ";
        }
        var problem = job.path("problem");
        return problem.isTextual() ? text.append("; ").append(problem.asText()).toString() : text.toString();
    }
}
