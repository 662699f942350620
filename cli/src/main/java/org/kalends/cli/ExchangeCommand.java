package org.kalends.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What an administrator asks about Exchange; the exit status is 1 when it was refused. */
@Command(name = "exchange", description = "Move from Exchange, or live beside it.", mixinStandardHelpOptions = true)
final class ExchangeCommand {

    @Mixin
    AdminApi api = new AdminApi();

    @Command(description = "Ask Exchange for a mailbox and its calendars, with the account that Kalends uses.")
    int check(@Parameters(paramLabel = "ADDRESS", description = "Of the mailbox.") String address)
            throws IOException, InterruptedException {
        return api.ask("GET", "/api/v1/admin/exchange/mailboxes/" + AdminApi.part(address), "");
    }
}
