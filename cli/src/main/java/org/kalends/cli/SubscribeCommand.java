package org.kalends.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Keeps the mailboxes of a list the same here and in Exchange. Ends with 0 if that begins for all, 2 for a bad list, 3 else. */
@Command(
        name = "subscribe",
        description = "Keep mailboxes the same here and in Exchange.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all are kept the same",
            "1:the server refused",
            "2:the list is not usable; nothing was begun",
            "3:some were refused"
        })
final class SubscribeCommand extends MailboxListCommand {

    static final String SUBSCRIPTIONS = "/api/v1/admin/exchange/subscriptions";

    private static final int AT_ONCE = 100;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    int work(List<String> mailboxes) throws IOException, InterruptedException {
        int begun = 0;
        for (int from = 0; from < mailboxes.size(); from += AT_ONCE) {
            begun += some(mailboxes.subList(from, Math.min(mailboxes.size(), from + AT_ONCE)));
        }
        OUT.println(begun + " of " + mailboxes.size() + " subscribed");
        return begun == mailboxes.size() ? 0 : SOME_FAILED;
    }

    private int some(List<String> mailboxes) throws IOException, InterruptedException {
        var wanted = new ObjectMapper().writeValueAsString(Map.of("mailboxes", mailboxes));
        var answer = exchange.api.read("POST", SUBSCRIPTIONS, wanted);
        for (var one : answer.get("subscriptions"))
            OUT.println(one.get("mailbox").asText() + ": subscribed");
        for (var one : answer.get("refused")) {
            OUT.println(one.get("mailbox").asText() + ": refused: "
                    + one.get("reason").asText());
        }
        return answer.get("subscriptions").size();
    }
}
