package org.kalends.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.StreamSupport;

/** Events as requests say them, and answers taken apart. */
public final class Planning {

    private Planning() {}

    /** In Moscow, which is three hours ahead of UTC all year round. */
    public static ObjectNode timed(String title, LocalDate day, String from, String to) {
        return in("Europe/Moscow", title, day, from, to);
    }

    public static ObjectNode in(String zone, String title, LocalDate day, String from, String to) {
        var event = ApiClient.JSON.createObjectNode().put("title", title);
        event.set("start", moment(zone, day, from));
        event.set("end", moment(zone, day, to));
        return event;
    }

    /** Of whole seconds, in UTC. */
    public static ObjectNode moments(String title, Instant from, Instant to) {
        var event = ApiClient.JSON.createObjectNode().put("title", title);
        event.set("start", moment(from));
        event.set("end", moment(to));
        return event;
    }

    private static ObjectNode moment(Instant moment) {
        var local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
        return ApiClient.JSON.createObjectNode().put("dateTime", local).put("timeZone", "UTC");
    }

    public static ObjectNode moment(String zone, LocalDate day, String time) {
        return ApiClient.JSON
                .createObjectNode()
                .put("dateTime", day + "T" + time + ":00")
                .put("timeZone", zone);
    }

    public static ObjectNode allDay(String title, LocalDate first, LocalDate end) {
        var event = ApiClient.JSON.createObjectNode().put("title", title);
        event.putObject("start").put("date", first.toString());
        event.putObject("end").put("date", end.toString());
        return event;
    }

    public static ObjectNode inviting(ObjectNode event, String... addresses) {
        var attendees = event.putArray("attendees");
        for (var address : addresses) attendees.addObject().put("address", address);
        return event;
    }

    public static ObjectNode repeating(ObjectNode event, String rule) {
        event.putArray("recurrence").add("RRULE:" + rule);
        return event;
    }

    public static String range(LocalDate from, LocalDate to) {
        return "from=" + from + "T00:00:00Z&to=" + to + "T00:00:00Z";
    }

    public static List<JsonNode> items(ApiClient.Answer page) {
        return list(page.body().get("items"));
    }

    public static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    public static JsonNode attendee(JsonNode event, String address) {
        return list(event.get("attendees")).stream()
                .filter(a -> a.get("address").asText().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** Where the event of an answer is. */
    public static String path(ApiClient.Answer answer) {
        return "/api/v1/events/" + answer.body().get("id").asText();
    }
}
