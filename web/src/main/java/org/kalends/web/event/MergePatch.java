package org.kalends.web.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.kalends.problem.CalendarException;
import org.kalends.web.http.BadJsonMapper;
import org.kalends.web.http.JsonMapping;

/**
 * A JSON merge patch of an event.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396#section-2">RFC 7396, 2</a>
 */
record MergePatch(ObjectNode patch) {

    static MergePatch of(JsonNode body) {
        if (!(body instanceof ObjectNode object)) throw CalendarException.invalid("body", "must be a JSON object");
        read(object); // unknown members are refused before anything is looked up
        return new MergePatch(object);
    }

    boolean names(String member) {
        return patch.has(member);
    }

    EventInput applied(EventInput current) {
        ObjectNode target = JsonMapping.MAPPER.valueToTree(current);
        for (var time : List.of("start", "end")) oneForm(target.get(time), patch.get(time));
        return read(merged(target, patch));
    }

    /** A day takes the place of a local time and the other way round. */
    private static void oneForm(JsonNode target, JsonNode change) {
        if (!(target instanceof ObjectNode old) || change == null) return;
        old.remove("instant");
        if (change.has("date")) old.remove(List.of("dateTime", "timeZone"));
        if (change.has("dateTime")) old.remove("date");
    }

    private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            var value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value instanceof ObjectNode inner) {
                var old = target.get(member.getKey());
                var base = old instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
                target.set(member.getKey(), merged(base, inner));
            } else {
                target.set(member.getKey(), value);
            }
        });
        return target;
    }

    private static EventInput read(ObjectNode node) {
        try {
            return JsonMapping.MAPPER.treeToValue(node, EventInput.class);
        } catch (JsonProcessingException e) {
            throw BadJsonMapper.refusal(e);
        }
    }
}
