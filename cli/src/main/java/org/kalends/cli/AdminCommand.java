package org.kalends.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an administrator asks of a running server, by its API; the exit status is 1 when it refused. */
@Command(name = "admin", description = "Look after a running Kalends.", mixinStandardHelpOptions = true)
final class AdminCommand {

    private static final String DEAD_LETTERS = "/api/v1/admin/dead-letters";

    @Mixin
    AdminApi api = new AdminApi();

    @Command(description = "Compute everything that is derived from the stored events again.")
    int rebuild() throws IOException, InterruptedException {
        return api.ask("POST", "/api/v1/admin/rebuild", "");
    }

    @Command(name = "dead-letters", description = "List the messages that no consumer took.")
    int deadLetters() throws IOException, InterruptedException {
        return api.ask("GET", DEAD_LETTERS, "");
    }

    @Command(description = "Send a dead letter on its way again.")
    int replay(@Parameters(paramLabel = "ID", description = "Of the dead letter.") String id)
            throws IOException, InterruptedException {
        return api.ask("POST", letter(id) + "/replay", "");
    }

    @Command(description = "Throw a dead letter away.")
    int purge(@Parameters(paramLabel = "ID", description = "Of the dead letter.") String id)
            throws IOException, InterruptedException {
        return api.ask("DELETE", letter(id), "");
    }

    @Command(
            description =
                    "Let these channels and no others tell nobody anything; what would be told meanwhile never is.")
    int mute(
            @Parameters(paramLabel = "CHANNEL", arity = "1..*", description = "mail, messenger, browser.")
                    List<String> channels,
            @Option(names = "--reason", defaultValue = "", description = "What for.") String reason)
            throws IOException, InterruptedException {
        return silence(channels, reason);
    }

    @Command(description = "Let all channels speak again.")
    int unmute() throws IOException, InterruptedException {
        return silence(List.of(), "");
    }

    private int silence(List<String> channels, String reason) throws IOException, InterruptedException {
        var wanted = Map.of("channels", channels, "reason", reason);
        return api.ask("PUT", "/api/v1/admin/mute", new ObjectMapper().writeValueAsString(wanted));
    }

    private static String letter(String id) {
        return DEAD_LETTERS + "/" + AdminApi.part(id);
    }
}
