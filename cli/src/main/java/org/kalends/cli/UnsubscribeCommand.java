package org.kalends.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kalends.cli.AdminApi.ExecutionRefused;
import picocli.CommandLine.Command;

/** Lets the mailboxes of a list go their own way. Ends with 0 if all do, 2 for a bad list, 3 else. */
@Command(
        name = "unsubscribe",
        description = "Keep mailboxes the same no longer; nothing is deleted on either side.",
        mixinStandardHelpOptions = true)
final class UnsubscribeCommand extends MailboxListCommand {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    int work(List<String> mailboxes) throws IOException, InterruptedException {
        boolean well = true;
        for (var mailbox : mailboxes) well &= unsubscribe(mailbox);
        return well ? 0 : SOME_FAILED;
    }

    private boolean unsubscribe(String mailbox) throws IOException, InterruptedException {
        try {
            exchange.api.read("DELETE", SubscribeCommand.SUBSCRIPTIONS + "/" + AdminApi.part(mailbox), "");
            OUT.println(mailbox + ": unsubscribed");
            return true;
        } catch (ExecutionRefused e) {
            OUT.println(mailbox + ": refused: " + e.getMessage());
            return false;
        }
    }
}
