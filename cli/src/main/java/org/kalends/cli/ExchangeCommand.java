package org.kalends.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an administrator asks about Exchange; the exit status is 1 when it was refused. */
@Command(
        name = "exchange",
        description = "Move from Exchange, or live beside it.",
        mixinStandardHelpOptions = true,
        subcommands = {MigrateCommand.class, VerifyCommand.class, SubscribeCommand.class, UnsubscribeCommand.class})
final class ExchangeCommand {

    @Mixin
    AdminApi api = new AdminApi();

    @Command(description = "Ask Exchange for a mailbox and its calendars, with the account that Kalends uses.")
    int check(@Parameters(paramLabel = "ADDRESS", description = "Of the mailbox.") String address)
            throws IOException, InterruptedException {
        return api.ask("GET", "/api/v1/admin/exchange/mailboxes/" + AdminApi.part(address), "");
    }

    @Command(description = "List the jobs that move mailboxes, the newest first.")
    int jobs(
            @Option(
                            names = "--state",
                            description = "Only those that are new, running, waiting, paused, done, failed, stopped.")
                    @Nullable
                    String state)
            throws IOException, InterruptedException {
        var filter = state == null ? "" : "?state=" + AdminApi.part(state);
        return api.ask("GET", JobsCommand.MIGRATIONS + filter, "");
    }

    @Command(description = "Tell how a job stands.")
    int job(@Parameters(paramLabel = "ID", description = "Of the job.") String id)
            throws IOException, InterruptedException {
        return api.ask("GET", path(id), "");
    }

    @Command(description = "Tell of the items of a job that were not taken whole.")
    int items(@Parameters(paramLabel = "ID", description = "Of the job.") String id)
            throws IOException, InterruptedException {
        return api.ask("GET", path(id) + "/items?limit=500", "");
    }

    @Command(description = "Let a job rest.")
    int pause(@Parameters(paramLabel = "ID", description = "Of the job.") String id)
            throws IOException, InterruptedException {
        return api.ask("POST", path(id) + "/pause", "");
    }

    @Command(description = "Let a job that rests go on.")
    int resume(@Parameters(paramLabel = "ID", description = "Of the job.") String id)
            throws IOException, InterruptedException {
        return api.ask("POST", path(id) + "/resume", "");
    }

    @Command(description = "End a job where it is; what was moved stays.")
    int stop(@Parameters(paramLabel = "ID", description = "Of the job.") String id)
            throws IOException, InterruptedException {
        return api.ask("POST", path(id) + "/stop", "");
    }

    @Command(description = "Let a job that failed or was stopped go on.")
    int retry(@Parameters(paramLabel = "ID", description = "Of the job.") String id)
            throws IOException, InterruptedException {
        return api.ask("POST", path(id) + "/retry", "");
    }

    @Command(description = "List the mailboxes that are kept the same here and in Exchange.")
    int subscriptions() throws IOException, InterruptedException {
        return api.ask("GET", SubscribeCommand.SUBSCRIPTIONS + "?limit=1000", "");
    }

    @Command(description = "Compare all of a mailbox that is kept the same, now.")
    int resync(@Parameters(paramLabel = "ADDRESS", description = "Of the mailbox.") String address)
            throws IOException, InterruptedException {
        return api.ask("POST", subscription(address) + "/resync", "");
    }

    @Command(description = "Tell of events that were changed on both sides, or could not be written.")
    int notes(@Parameters(paramLabel = "ADDRESS", description = "Of the mailbox.") String address)
            throws IOException, InterruptedException {
        return api.ask("GET", subscription(address) + "/notes?limit=500", "");
    }

    private static String subscription(String address) {
        return SubscribeCommand.SUBSCRIPTIONS + "/" + AdminApi.part(address);
    }

    private static String path(String id) {
        return JobsCommand.MIGRATIONS + "/" + AdminApi.part(id);
    }
}
