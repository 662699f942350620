package org.kalends.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** How far jobs are, on one line of a terminal that is written over; where there is no terminal, nothing. */
final class JobProgress {

    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream terminal;
    private final int mailboxes;
    private final boolean shown = CommandLine.Help.Ansi.AUTO.enabled();
    private final long began = System.nanoTime();

    JobProgress(PrintStream terminal, int mailboxes) {
        this.terminal = terminal;
        this.mailboxes = mailboxes;
    }

    void clear() {
        if (shown) terminal.print(CLEAR);
    }

    /** @param open as they stand */
    void show(List<JsonNode> ended, List<JsonNode> open) {
        if (shown && !open.isEmpty())
            terminal.print(CLEAR + text(ended, open, Duration.ofNanos(System.nanoTime() - began)));
    }

    /** Such as {@code [####..] 2 of 5 mailboxes, 400 of 1000 items, 40 a second, 15 s left}. */
    String text(List<JsonNode> ended, List<JsonNode> open, Duration passed) {
        var all = new ArrayList<>(ended);
        all.addAll(open);
        long seen = all.stream().mapToLong(JobProgress::seen).sum();
        long total = all.stream()
                .mapToLong(job -> Math.max(job.path("total").asLong(), seen(job)))
                .sum();
        double rate = seen / Math.max(1, passed.toMillis() / 1000.0);
        int done = total == 0 ? 0 : (int) (WIDTH * seen / total);
        var text = "[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + ended.size() + " of " + mailboxes
                + " mailboxes, " + seen + " of " + total + " items, " + Math.round(rate) + " a second";
        return rate > 0 ? text + ", " + Math.round((total - seen) / rate) + " s left" : text;
    }

    private static long seen(JsonNode job) {
        return job.at("/counts/seen").asLong();
    }
}
