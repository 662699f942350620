package org.kalends.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of mailboxes, in files: {@code mailboxes.csv} has a line for each, {@code items.csv} one for each item
 * that was not taken whole, {@code report.json} all of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class MigrationReport {

    private static final List<String> COUNTS = List.of("seen", "created", "updated", "unchanged", "skipped", "failed");
    private static final List<String> VERIFIED = List.of("there", "here", "differing");
    private static final List<String> ITEM = List.of("calendar", "title", "uid", "action", "reason");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AdminApi api;
    private final Path directory;

    MigrationReport(AdminApi api, Path directory) {
        this.api = api;
        this.directory = directory;
    }

    void write(List<JsonNode> jobs) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var mailboxes = new ArrayList<>(
                List.of("mailbox,state," + String.join(",", COUNTS) + "," + String.join(",", VERIFIED) + ",problem"));
        var items = new ArrayList<>(List.of("mailbox," + String.join(",", ITEM)));
        var all = JSON.createArrayNode();
        for (var job : jobs) {
            mailboxes.add(mailbox(job));
            var noted = JSON.createArrayNode();
            noted(job).forEach(noted::add);
            for (var item : noted) items.add(item(job, item));
            ((ObjectNode) all.add(job.deepCopy()).get(all.size() - 1)).set("items", noted);
        }
        save("mailboxes.csv", mailboxes);
        save("items.csv", items);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve("report.json").toFile(), all);
    }

    private void save(String name, List<String> lines) throws IOException {
        Files.writeString(directory.resolve(name), String.join("\r\n", lines) + "\r\n");
    }

    private List<JsonNode> noted(JsonNode job) throws IOException, InterruptedException {
        var path = JobsCommand.MIGRATIONS + "/" + job.get("id").asText() + "/items?limit=500";
        var found = new ArrayList<JsonNode>();
        for (var page = path; page != null; ) {
            var answer = api.read("GET", page, "");
            answer.get("items").forEach(found::add);
            var next = answer.path("nextCursor");
            page = next.isTextual() ? path + "&cursor=" + AdminApi.part(next.asText()) : null;
        }
        return found;
    }

    private static String mailbox(JsonNode job) {
        var counts = COUNTS.stream()
                .map(name -> job.get("counts").get(name).asText())
                .collect(Collectors.joining(","));
        var verified = VERIFIED.stream()
                .map(name -> job.path("verified").path(name).asText(""))
                .collect(Collectors.joining(","));
        return row(job.get("mailbox").asText(), job.get("state").asText()) + "," + counts + "," + verified + ","
                + row(job.path("problem").asText(""));
    }

    private static String item(JsonNode job, JsonNode item) {
        return row(job.get("mailbox").asText()) + ","
                + row(ITEM.stream().map(name -> item.path(name).asText("")).toArray(String[]::new));
    }

    private static String row(String... values) {
        return Arrays.stream(values)
                .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
