package org.kalends.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Somebody who talks to the REST API, and to nothing else. */
public final class ApiClient {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String address;
    private final String authorization;
    private final Map<String, String> headers;

    private ApiClient(String address, String authorization) {
        this(address, authorization, Map.of());
    }

    private ApiClient(String address, String authorization, Map<String, String> headers) {
        this.address = address;
        this.authorization = authorization;
        this.headers = headers;
    }

    public static ApiClient anonymous(KalendsServer server) {
        return anonymous(server.address());
    }

    /** Of any server: {@code http://host:port}. */
    public static ApiClient anonymous(String address) {
        return new ApiClient(address, "");
    }

    public static ApiClient loggedIn(String address, String login, String password) {
        var pair = JSON.createObjectNode().put("login", login).put("password", password);
        var answer = anonymous(address).post("/api/v1/session", pair.toString());
        if (answer.status() != 201)
            throw new IllegalStateException("no log-in: " + answer.raw().body());
        return new ApiClient(address, "Bearer " + answer.body().get("token").asText());
    }

    public static ApiClient bearer(KalendsServer server, String token) {
        return new ApiClient(server.address(), "Bearer " + token);
    }

    public static ApiClient basic(KalendsServer server, String login, String secret) {
        var pair = (login + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return new ApiClient(server.address(), "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static ApiClient loggedIn(KalendsServer server, String login) {
        return bearer(server, logIn(server, login));
    }

    /** The token of a fresh session of somebody of the demo organisation. */
    public static String logIn(KalendsServer server, String login) {
        var answer = anonymous(server).post("/api/v1/session", "{\"login\":\"" + login + "\",\"password\":\"demo\"}");
        if (answer.status() != 201)
            throw new IllegalStateException(login + ": " + answer.raw().body());
        return answer.body().get("token").asText();
    }

    /** The same person, who sends these headers with every request. */
    public ApiClient with(Map<String, String> more) {
        return new ApiClient(address, authorization, more);
    }

    /** The same person with the same proof, at another node. */
    public ApiClient at(KalendsServer other) {
        return new ApiClient(other.address(), authorization);
    }

    /** An answer, its body read as JSON where it is any. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        public String etag() {
            return raw.headers().firstValue("ETag").orElse("");
        }

        /** That of a header of the answer; empty where there is none. */
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Asks whether what it knows is still so. */
    public Answer getUnless(String path, String etag) {
        return send(request(path).header("If-None-Match", etag).GET());
    }

    public Answer post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    /** As a browser sends a form. */
    public Answer form(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Changes as they happen; the body goes on until one of both hangs up. */
    public HttpResponse<InputStream> stream(String lastEventId) {
        var request =
                request("/api/v1/changes").header("Accept", "text/event-stream").GET();
        if (!lastEventId.isEmpty()) request.header("Last-Event-ID", lastEventId);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of another media type than JSON. */
    public Answer postAs(String type, String path, String body) {
        return send(request(path).setHeader("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** A form with one file, as a browser sends it. */
    public Answer upload(String path, String part, String name, byte[] content) {
        var boundary = "----7MA4YWxkTrZu0gW";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                + name.replace("\\", "\\\\")
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var tail = "\r\n--" + boundary + "--\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head), BodyPublishers.ofByteArray(content), BodyPublishers.ofString(tail));
        return send(request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    }

    public Answer put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String etag, String body) {
        return send(request(path).header("If-Match", etag).PUT(BodyPublishers.ofString(body)));
    }

    public Answer delete(String path, String etag) {
        return send(request(path).header("If-Match", etag).DELETE());
    }

    public Answer patch(String path, String etag, String body) {
        return send(request(path).header("If-Match", etag).method("PATCH", BodyPublishers.ofString(body)));
    }

    public Answer withoutTag(String method, String path, String body) {
        return send(request(path).method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var raw = HTTP.send(request.build(), BodyHandlers.ofString());
            var json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(raw.statusCode(), json ? JSON.readTree(raw.body()) : MissingNode.getInstance(), raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
