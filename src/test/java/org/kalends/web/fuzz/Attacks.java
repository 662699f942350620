package org.kalends.web.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kalends.support.RawHttp.Request;
import org.kalends.web.openapi.ApiDocument;
import org.kalends.web.openapi.ApiDocument.Operation;

/** Requests made of the API's document and of ill will. The same seed and number make the same request. */
final class Attacks {

    /** Failed log-ins of one network are throttled; whoever is tested next comes from the same. */
    private static final int LOG_INS_TAKEN_ONE_OF = 10;

    private static final List<String> SEGMENTS = List.of(
            "abc",
            "0",
            "-1",
            "%00",
            "%ff%fe",
            "%",
            "%zz",
            "..",
            "%2e%2e",
            "..%2f..",
            "a;b=c",
            ";",
            "%3f",
            "%23",
            "%0d%0aX:1",
            "null",
            "%D0%B6",
            "00000000-0000-0000-0000-000000000000",
            "01a20dba-260b-7e83-a491-afb861d54144",
            "x".repeat(3_000),
            "default",
            "{id}",
            "'",
            "*");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "////",
            "application/*",
            "application/x-www-form-urlencoded",
            "application/merge-patch+json",
            "text/calendar",
            "application/json;;",
            "");

    private static final List<String> HEADERS = List.of(
            "If-Match: *",
            "If-Match: \"0-0\"",
            "If-Match: W/\"1\"",
            "If-Match: \"",
            "If-Match: 99999999999999999999",
            "If-None-Match: \"",
            "Cookie: kalends_session=",
            "Cookie: kalends_session=\u00ff\u00fe; =; ;;,",
            "Cookie: " + "a=b; ".repeat(900),
            "Accept: text/html",
            "Accept: nonsense",
            "Accept: */*;q=x",
            "Accept-Language: xx-XXXXXXXXXXXX;q=9",
            "Accept-Charset: no",
            "X-Request-Id: ../../x",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-For: 1.2.3.4, ;drop",
            "Last-Event-ID: \u00ff",
            "Last-Event-ID: 99999999999999999999",
            "Origin: http://evil.test",
            "Range: bytes=5-1",
            "Content-Encoding: gzip",
            "Content-Encoding: x",
            "User-Agent: " + "\u00e9".repeat(500),
            "If-Modified-Since: never",
            "Content-Language: \u0007",
            "X-CSRF-Token: \u00ff");

    /** Headers that the container cannot take apart; it refuses them before the application is asked. */
    private static final List<String> UNREADABLE = List.of(
            "Content-Type: ////",
            "Content-Type: ",
            "Content-Type: application/json;;",
            "Accept: */*;q=x",
            "Accept: nonsense");

    private final ApiDocument document;
    private final List<Operation> operations;
    private final long seed;
    private final Known known;

    /** What really exists: tokens by role, and ids by the first segment of the path. */
    record Known(String token, String adminToken, Map<String, List<String>> ids) {}

    /**
     * One request.
     *
     * @param wellFormed whether the application gets to see it; what HTTP itself forbids is refused before
     */
    record Attack(long number, Operation operation, Request request, boolean wellFormed) {

        @Override
        public String toString() {
            var body = new String(request.body(), StandardCharsets.UTF_8);
            return "#" + number + " " + request.verb() + " " + shortened(request.target(), 300) + " "
                    + shortened(
                            String.join(
                                    " | ",
                                    request.headers().stream()
                                            .filter(h -> !h.startsWith("Authorization"))
                                            .toList()),
                            300)
                    + " " + shortened(body, 900);
        }

        private static String shortened(String text, int most) {
            return text.length() <= most ? text : text.substring(0, most) + "… (" + text.length() + ")";
        }
    }

    Attacks(ApiDocument document, long seed, Known known) {
        this.document = document;
        this.operations = document.operations();
        this.seed = seed;
        this.known = known;
    }

    Attack get(long number) {
        var random = new Random(seed * 1_000_003 + number);
        random.nextInt(); // the first of neighbouring seeds are alike
        var operation = operations.get(random.nextInt(operations.size()));
        if (operation.path().startsWith("/session") && random.nextInt(LOG_INS_TAKEN_ONE_OF) > 0) {
            operation = operations.get(0);
        }
        var hostile = new Hostile(random);
        var path = path(operation, random, hostile);
        var target = ApiDocument.BASE + path + query(operation, random, hostile);
        var headers = headers(operation, random, hostile);
        var body = body(operation, headers, random);
        var request = new Request(operation.verb(), target, headers, body);
        return new Attack(number, operation, request, wellFormed(request));
    }

    private String path(Operation operation, Random random, Hostile hostile) {
        var first = operation.path().split("/")[1];
        var ids = known.ids().getOrDefault(first, List.of());
        int choice = random.nextInt(10);
        var id = choice < 6 && !ids.isEmpty() ? hostile.pick(ids) : choice < 9 ? hostile.pick(SEGMENTS) : uuid(random);
        var path = operation.path().replace("{id}", id);
        return random.nextInt(40) > 0
                ? path
                : path + hostile.pick(List.of("/", "//", "/x", ";a=b", "%20", "/..", "/%2e%2e/%2e%2e"));
    }

    private String query(Operation operation, Random random, Hostile hostile) {
        var parameters = new ArrayList<String>();
        for (var parameter : operation.parameters("query")) {
            var name = parameter.path("name").asText();
            var examples = new Examples(document, random);
            int choice = random.nextInt(8);
            if (choice == 0) continue;
            var value = choice < 6 ? examples.text(name) : hostile.text(name);
            var encoded = choice == 7 && random.nextInt(3) == 0 ? hostile.pick(SEGMENTS) : encoded(value);
            parameters.add(name + "=" + encoded);
            if (random.nextInt(20) == 0) parameters.add(name + "=" + encoded);
        }
        if (random.nextInt(25) == 0) parameters.add("surprise=1");
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private List<String> headers(Operation operation, Random random, Hostile hostile) {
        var headers = new ArrayList<String>();
        var token = operation.path().startsWith("/admin") ? known.adminToken() : known.token();
        boolean signedOff =
                operation.path().equals("/session") && !operation.verb().equals("GET");
        headers.add("Authorization: Bearer " + (signedOff ? "nobody" : token));
        headers.add("Content-Type: " + (random.nextInt(20) == 0 ? hostile.pick(TYPES) : "application/json"));
        if (random.nextInt(6) == 0) headers.add(hostile.pick(HEADERS));
        if (headers.stream().noneMatch(h -> h.startsWith("If-Match")) && random.nextInt(4) > 0)
            headers.add("If-Match: \"1-x\"");
        return headers;
    }

    private byte[] body(Operation operation, List<String> headers, Random random) {
        var content = operation.node().at("/requestBody/content");
        if (content.isMissingNode()) {
            return random.nextInt(15) == 0 ? "{\"surprise\":[]}".getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        var schema = operation.verb().equals("PATCH") && operation.path().equals("/events/{id}")
                ? reference("EventInput")
                : content.path("application/json").path("schema");
        var example = new Examples(document, random).body(schema);
        var bytes = new Mutations(random).of(example);
        return headers.contains("Content-Encoding: gzip") && random.nextBoolean() ? Mutations.zipped(bytes) : bytes;
    }

    private static JsonNode reference(String schema) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + schema);
    }

    private static boolean wellFormed(Request request) {
        boolean target = !request.target().matches(".*(%(?![0-9A-Fa-f]{2})|[{}' ]).*")
                && request.target().length() < 8_000
                && !request.target().matches("(?i).*(%2f|%00|%ff|%0d|%2e|;|\\.\\.|//).*");
        boolean body =
                request.body().length == 0 || !List.of("GET", "DELETE").contains(request.verb()); // RFC 9110, 9.3
        return target && body && request.headers().stream().allMatch(Attacks::wellFormed);
    }

    private static boolean wellFormed(String header) {
        return header.length() < 4_000
                && header.chars().allMatch(c -> c >= ' ' && c < 0x7f)
                && !UNREADABLE.contains(header);
    }

    private static String encoded(String text) {
        return text.codePoints()
                .mapToObj(c -> c >= 0xD800 && c <= 0xDFFF
                        ? "%ED%A0%80"
                        : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8))
                .limit(1_000)
                .collect(Collectors.joining());
    }

    private static String uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
