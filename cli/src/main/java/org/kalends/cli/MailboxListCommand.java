package org.kalends.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kalends.cli.AdminApi.ExecutionRefused;
import org.kalends.cli.MailboxList.BadList;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Does something with the mailboxes of a list. Ends with 0 if all went well, 1 if the server refused, 2 for a bad list. */
abstract class MailboxListCommand implements Callable<Integer> {

    static final int SOME_FAILED = 3;

    private static final int REFUSED = 1;
    private static final int BAD_LIST = 2;

    @ParentCommand
    ExchangeCommand exchange = new ExchangeCommand();

    @Parameters(paramLabel = "FILE", description = "Addresses, one on a line, # for comments.")
    Path file = Path.of("");

    @Override
    public final Integer call() throws IOException, InterruptedException {
        try {
            return work(MailboxList.read(file));
        } catch (BadList e) {
            System.err.println(e.getMessage());
            return BAD_LIST;
        } catch (ExecutionRefused e) {
            System.err.println(e.getMessage());
            return REFUSED;
        }
    }

    /** @return 0, or {@link #SOME_FAILED} */
    abstract int work(List<String> mailboxes) throws IOException, InterruptedException;
}
