package org.kalends.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** A running server, as an administrator asks it. */
final class AdminApi {

    private static final String PASSWORD = "KALENDS_APP_PASSWORD";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(
            names = "--server",
            scope = ScopeType.INHERIT,
            defaultValue = "http://127.0.0.1:8080",
            description = "Its address (default: ${DEFAULT-VALUE}).")
    URI server = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--login",
            scope = ScopeType.INHERIT,
            defaultValue = "admin",
            description = "Who asks (default: ${DEFAULT-VALUE}); the app password of scope rest stands in the variable "
                    + PASSWORD + ".")
    String login = "admin";

    /** Text as a part of a path. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Prints the answer; 0 if it was good. */
    int ask(String method, String path, String body) throws IOException, InterruptedException {
        var answer = send(method, path, body);
        OUT.println(answer.body());
        return answer.statusCode() < 300 ? 0 : 1;
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        var secret = System.getenv().getOrDefault(PASSWORD, "");
        var basic = Base64.getEncoder().encodeToString((login + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return Http.CLIENT.send(request, BodyHandlers.ofString());
    }

    /**
     * The answer's body.
     *
     * @throws ExecutionRefused if it is a refusal
     */
    JsonNode read(String method, String path, String body) throws IOException, InterruptedException {
        var answer = send(method, path, body);
        if (answer.statusCode() > 299) throw new ExecutionRefused(answer.body());
        return JSON.readTree(answer.body());
    }

    /** Made when something is asked: it has a thread, and every command comes with this mixin. */
    private static final class Http {

        static final HttpClient CLIENT = HttpClient.newHttpClient();
    }

    /** The server does not do it; the message is its answer. */
    static final class ExecutionRefused extends IOException {

        private static final long serialVersionUID = 1;

        ExecutionRefused(String answer) {
            super(answer);
        }
    }
}
