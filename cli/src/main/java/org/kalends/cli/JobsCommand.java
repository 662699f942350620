package org.kalends.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Begins a job of Exchange for each mailbox of a list. */
abstract class JobsCommand extends MailboxListCommand {

    static final String MIGRATIONS = "/api/v1/admin/exchange/migrations";

    private static final long LOOK_MILLIS = 1_000;
    private static final Set<String> ENDED = Set.of("done", "failed", "stopped");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(names = "--wait", description = "Until all jobs are at their end.")
    boolean waiting;

    @Option(names = "--report", paramLabel = "DIR", description = "Write what became of it; waits.")
    @Nullable
    Path report;

    /** What the server is to do with the mailboxes. */
    abstract Map<String, Object> wanted();

    /** What was done to those that went well. */
    abstract String participle();

    /** Whether all is well with one that is at its end. */
    boolean well(JsonNode job) {
        return job.get("state").asText().equals("done");
    }

    @Override
    final int work(List<String> mailboxes) throws IOException, InterruptedException {
        var wanted = wanted();
        wanted.put("mailboxes", mailboxes);
        var begun = exchange.api.read("POST", MIGRATIONS, new ObjectMapper().writeValueAsString(wanted));
        for (var refused : begun.get("refused")) {
            OUT.println(refused.get("mailbox").asText() + ": refused: "
                    + refused.get("reason").asText());
        }
        var jobs = new ArrayList<JsonNode>();
        begun.get("jobs").forEach(jobs::add);
        boolean all = begun.get("refused").isEmpty();
        if (!waiting && report == null) {
            jobs.forEach(job -> OUT.println(
                    job.get("mailbox").asText() + ": begun: " + job.get("id").asText()));
            return all ? 0 : SOME_FAILED;
        }
        var ended = ended(jobs);
        if (report != null) new MigrationReport(exchange.api, report).write(ended);
        long done = ended.stream().filter(this::well).count();
        OUT.println(done + " of " + mailboxes.size() + " " + participle());
        return all && done == ended.size() ? 0 : SOME_FAILED;
    }

    /** All jobs at their end; a line is told of each as it comes there. */
    private List<JsonNode> ended(List<JsonNode> jobs) throws IOException, InterruptedException {
        var progress = new JobProgress(System.err, jobs.size());
        var open = new ArrayList<>(jobs);
        var ended = new ArrayList<JsonNode>();
        while (!open.isEmpty()) {
            var now = new ArrayList<JsonNode>();
            for (var job : List.copyOf(open)) {
                var state = exchange.api.read(
                        "GET", MIGRATIONS + "/" + job.get("id").asText(), "");
                if (ENDED.contains(state.get("state").asText())) {
                    open.remove(job);
                    ended.add(state);
                    progress.clear();
                    OUT.println(line(state));
                } else now.add(state);
            }
            progress.show(ended, now);
            if (!open.isEmpty()) Thread.sleep(LOOK_MILLIS);
        }
        progress.clear();
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
        var verified = job.path("verified");
        if (verified.isObject()) {
            text.append("; ").append(verified.get("there").asInt()).append(" instances there, ");
            text.append(verified.get("here").asInt()).append(" here, ");
            text.append(verified.get("differing").asInt()).append(" events differ");
        }
        var problem = job.path("problem");
        return problem.isTextual() ? text.append("; ").append(problem.asText()).toString() : text.toString();
    }
}
