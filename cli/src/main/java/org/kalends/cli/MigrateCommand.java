package org.kalends.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
final class MigrateCommand extends JobsCommand {

    @Option(names = "--dry-run", description = "Do all but keep it.")
    boolean rehearsal;

    @Option(names = "--announce", description = "Invite the guests of meetings that are still to come.")
    boolean announced;

    @Option(names = "--from", description = "Leave what ends before, such as 2026-01-01T00:00:00Z.")
    @Nullable
    Instant from;

    @Option(names = "--to", description = "Leave what begins later.")
    @Nullable
    Instant to;

    @Override
    Map<String, Object> wanted() {
        var wanted = new HashMap<String, Object>(Map.of("dryRun", rehearsal, "announce", announced));
        if (from != null) wanted.put("from", from.toString());
        if (to != null) wanted.put("to", to.toString());
        return wanted;
    }

    @Override
    String participle() {
        return rehearsal ? "rehearsed" : "moved";
    }
}
