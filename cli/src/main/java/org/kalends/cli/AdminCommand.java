package org.kalends.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an administrator asks of a running server, by its API; the exit status is 1 when it refused. */
@Command(name = "admin", description = "Look after a running Kalends.", mixinStandardHelpOptions = true)
final class AdminCommand {

    private static final String PASSWORD = "KALENDS_APP_PASSWORD";
    private static final String DEAD_LETTERS = "/api/v1/admin/dead-letters";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(
            names = "--server",
            defaultValue = "http://127.0.0.1:8080",
            description = "Its address (default: ${DEFAULT-VALUE}).")
    URI server = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--login",
            defaultValue = "admin",
            description = "Who asks (default: ${DEFAULT-VALUE}); the app password of scope rest stands in the variable "
                    + PASSWORD + ".")
    String login = "admin";

    @Command(description = "Compute everything that is derived from the stored events again.")
    int rebuild() throws IOException, InterruptedException {
        return ask("POST", "/api/v1/admin/rebuild", "");
    }

    @Command(name = "dead-letters", description = "List the messages that no consumer took.")
    int deadLetters() throws IOException, InterruptedException {
        return ask("GET", DEAD_LETTERS, "");
    }

    @Command(description = "Send a dead letter on its way again.")
    int replay(@Parameters(paramLabel = "ID", description = "Of the dead letter.") String id)
            throws IOException, InterruptedException {
        return ask("POST", letter(id) + "/replay", "");
    }

    @Command(description = "Throw a dead letter away.")
    int purge(@Parameters(paramLabel = "ID", description = "Of the dead letter.") String id)
            throws IOException, InterruptedException {
        return ask("DELETE", letter(id), "");
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
        return ask("PUT", "/api/v1/admin/mute", new ObjectMapper().writeValueAsString(wanted));
    }

    private static String letter(String id) {
        return DEAD_LETTERS + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** Prints the answer; 0 if it was good. */
    private int ask(String method, String path, String body) throws IOException, InterruptedException {
        var secret = System.getenv().getOrDefault(PASSWORD, "");
        var basic = Base64.getEncoder().encodeToString((login + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        OUT.println(answer.body());
        return answer.statusCode() < 300 ? 0 : 1;
    }
}
