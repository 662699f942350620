package org.kalends.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an administrator asks of a running server, by its API; the exit status is 1 when it refused. */
@Command(name = "admin", description = "Look after a running Kalends.", mixinStandardHelpOptions = true)
final class AdminCommand {

    private static final String PASSWORD = "KALENDS_APP_PASSWORD";
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
        var secret = System.getenv().getOrDefault(PASSWORD, "");
        var basic = Base64.getEncoder().encodeToString((login + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/admin/rebuild"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        OUT.println(answer.body());
        return answer.statusCode() == 200 ? 0 : 1;
    }
}
