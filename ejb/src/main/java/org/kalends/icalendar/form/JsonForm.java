package org.kalends.icalendar.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;

/**
 * jCal.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7265">RFC 7265</a>
 */
public final class JsonForm {

    private static final int DEEPEST = 8;
    private static final String NAME = "[A-Za-z0-9._-]{1,100}";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonForm() {}

    public static byte[] write(Block calendar) {
        try {
            return JSON.writeValueAsBytes(component(calendar));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers cannot be written", e);
        }
    }

    private static ArrayNode component(Block block) {
        var node = JSON.createArrayNode().add(block.name().toLowerCase(Locale.ROOT));
        var properties = node.addArray();
        var components = node.addArray();
        for (var item : block.items()) {
            if (item instanceof Block inner) components.add(component(inner));
            else properties.add(property((ContentLine) item));
        }
        return node;
    }

    private static ArrayNode property(ContentLine line) {
        var typed = Typed.of(line);
        var type = ValueType.of(typed.type());
        var node = JSON.createArrayNode().add(line.name().toLowerCase(Locale.ROOT));
        node.add(parameters(line)).add(typed.type());
        for (var parts : typed.values()) node.add(value(type, parts));
        return node;
    }

    private static ObjectNode parameters(ContentLine line) {
        var node = JSON.createObjectNode();
        for (var param : line.params()) {
            var name = param.name().toLowerCase(Locale.ROOT);
            if (name.equals("value")) continue;
            if (param.values().size() == 1) node.put(name, param.value());
            else param.values().forEach(node.putArray(name)::add);
        }
        return node;
    }

    private static JsonNode value(ValueType type, List<String> parts) {
        if (type == ValueType.RECUR) return rule(parts);
        if (parts.size() == 1) return single(type, parts.get(0));
        var list = JSON.createArrayNode();
        parts.forEach(part -> list.add(single(type, part)));
        return list;
    }

    private static JsonNode single(ValueType type, String part) {
        return switch (type) {
            case BOOLEAN -> JSON.getNodeFactory().booleanNode(part.equals("true"));
            case INTEGER, FLOAT -> JSON.getNodeFactory().numberNode(new BigDecimal(part));
            default -> JSON.getNodeFactory().textNode(part);
        };
    }

    private static ObjectNode rule(List<String> parts) {
        var node = JSON.createObjectNode();
        for (var part : parts) {
            int equals = part.indexOf('=');
            var values = part.substring(equals + 1).split(",", -1);
            var name = part.substring(0, equals);
            if (values.length == 1) {
                node.set(name, ruleValue(values[0]));
                continue;
            }
            var list = node.putArray(name);
            for (var value : values) list.add(ruleValue(value));
        }
        return node;
    }

    private static JsonNode ruleValue(String value) {
        return single(value.matches("0|-?[1-9]\\d{0,8}") ? ValueType.INTEGER : ValueType.TEXT, value);
    }

    /** @throws InvalidCalendarData if it is no jCal */
    public static Block read(byte[] json) {
        try {
            return block(JSON.readTree(json), 1);
        } catch (IOException e) {
            throw new InvalidCalendarData("the body is no JSON", e);
        }
    }

    private static Block block(JsonNode node, int depth) {
        require(depth <= DEEPEST, "nested too deep");
        require(
                node != null
                        && node.isArray()
                        && node.size() == 3
                        && node.get(0).isTextual(),
                "a component is expected");
        var items = new ArrayList<Item>();
        require(node.get(1).isArray() && node.get(2).isArray(), "a component has two lists");
        node.get(1).forEach(property -> items.add(line(property)));
        node.get(2).forEach(inner -> items.add(block(inner, depth + 1)));
        return Block.of(name(node.get(0)), items);
    }

    private static ContentLine line(JsonNode node) {
        boolean formed = node.isArray()
                && node.size() >= 4
                && node.get(1).isObject()
                && node.get(2).isTextual();
        require(formed, "a property is expected");
        var params = new ArrayList<Param>();
        node.get(1).properties().forEach(field -> {
            require(field.getKey().matches(NAME), "a name is expected");
            params.add(new Param(field.getKey().toUpperCase(Locale.ROOT), texts(field.getValue())));
        });
        var type = node.get(2).asText();
        require(type.matches(NAME), "a type is expected");
        var values = new ArrayList<List<String>>();
        for (int i = 3; i < node.size(); i++) values.add(parts(ValueType.of(type), node.get(i)));
        return new Typed(type, values).line(name(node.get(0)), params);
    }

    private static List<String> parts(ValueType type, JsonNode value) {
        if (type != ValueType.RECUR) return texts(value);
        require(value.isObject(), "a rule is expected");
        var parts = new ArrayList<String>();
        value.properties().forEach(field -> {
            require(field.getKey().matches(NAME), "a name is expected");
            parts.add(field.getKey() + "=" + texts(field.getValue()).stream().collect(Collectors.joining(",")));
        });
        return parts;
    }

    private static List<String> texts(JsonNode value) {
        if (!value.isArray()) {
            require(value.isValueNode() && !value.isNull(), "a value is expected");
            return List.of(value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText());
        }
        return StreamSupport.stream(value.spliterator(), false)
                .flatMap(part -> {
                    require(part.isValueNode(), "a value is expected");
                    return texts(part).stream();
                })
                .toList();
    }

    private static String name(JsonNode node) {
        require(node.isTextual() && node.asText().matches(NAME), "a name is expected");
        return node.asText().toUpperCase(Locale.ROOT);
    }

    private static void require(boolean held, String otherwise) {
        if (!held) throw new InvalidCalendarData(otherwise);
    }
}
