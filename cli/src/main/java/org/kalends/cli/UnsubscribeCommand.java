package org.kalends.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kalends.cli.AdminApi.ExecutionRefused;
import org.kalends.cli.MailboxList.BadList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets the mailboxes of a list go their own way. Ends with 0 if all do, 2 for a bad list, 3 else. */
@Command(
        name = "unsubscribe",
        description = "Keep mailboxes the same no longer; nothing is deleted on either side.",
        mixinStandardHelpOptions = true)
final class UnsubscribeCommand implements Callable<Integer> {

    private static final int BAD_LIST = 2;
    private static final int SOME_FAILED = 3;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @ParentCommand
    ExchangeCommand exchange = new ExchangeCommand();

    @Parameters(paramLabel = "FILE", description = "Addresses, one on a line, # for comments.")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            boolean well = true;
            for (var mailbox : MailboxList.read(file)) well &= unsubscribe(mailbox);
            return well ? 0 : SOME_FAILED;
        } catch (BadList e) {
            System.err.println(e.getMessage());
            return BAD_LIST;
        }
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
