package org.kalends.web.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Spoils a body: some members of it, or the text as a whole. */
final class Mutations {

    private static final JsonMapper PLAIN = new JsonMapper();
    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final int ONE_OF_SO_MANY_IS_HUGE = 150;
    private static final int HUGE = 16 << 20;

    private final Random random;
    private final Hostile hostile;

    Mutations(Random random) {
        this.random = random;
        this.hostile = new Hostile(random);
    }

    /** One in ten stays as it was, that the way to success is gone as well. */
    byte[] of(JsonNode example) {
        var spoilt = example.deepCopy();
        int choice = random.nextInt(10);
        if (choice > 0 && spoilt instanceof ContainerNode<?> container && !container.isEmpty()) {
            for (int i = random.nextInt(3); i >= 0; i--) spoil(container);
        }
        var text = written(spoilt);
        return choice > 7 ? spoiltText(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private String written(JsonNode node) {
        try { // lone surrogates cannot be told in UTF-8, only escaped
            return (random.nextInt(4) > 0 ? ESCAPED : PLAIN).writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spoil(ContainerNode<?> root) {
        var places = new ArrayList<ContainerNode<?>>();
        collect(root, places);
        if (places.isEmpty()) return;
        var place = hostile.pick(places);
        if (place instanceof ObjectNode object) {
            spoil(object);
        } else {
            spoil((ArrayNode) place);
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            if (!container.isEmpty()) places.add(container);
            container.forEach(child -> collect(child, places));
        }
    }

    private void spoil(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) return;
        var name = hostile.pick(names);
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.put(name + "x", 1);
            case 2 -> object.set(name, hostile.value(name));
            default -> {
                if (object.get(name).isTextual()) object.put(name, hostile.text(name));
                else object.set(name, hostile.value(name));
            }
        }
    }

    private void spoil(ArrayNode array) {
        if (array.isEmpty()) return;
        int index = random.nextInt(array.size());
        var name = array.get(index).isTextual() && array.get(index).asText().contains(":") ? "recurrence" : "address";
        if (random.nextInt(6) == 0) {
            var copied = array.get(index);
            while (array.size() < 10_000) array.add(copied.deepCopy());
        } else {
            array.set(index, hostile.value(name));
        }
    }

    private byte[] spoiltText(String text) {
        if (random.nextInt(ONE_OF_SO_MANY_IS_HUGE / 10) == 0) return huge(text);
        int middle = text.length() / 2;
        var octets = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(12)) {
            case 0 -> octets("");
            case 1 -> octets("\ufeff" + text);
            case 2 -> octets(text.substring(0, middle));
            case 3 -> octets(text + " trailing");
            case 4 -> octets(text.replaceFirst("\\{", "{\"title\":\"one\",\"title\":\"two\","));
            case 5 -> octets("[".repeat(5_000) + "]".repeat(5_000));
            case 6 -> octets("{\"title\":".repeat(3_000) + "1" + "}".repeat(3_000));
            case 7 -> octets(text.replace('"', '\''));
            case 8 -> octets(text.replaceFirst("\"[^\"]*\"}", "1e999999999}"));
            case 9 -> text.getBytes(StandardCharsets.UTF_16);
            case 10 -> octets("{\"title\":" + "9".repeat(50_000) + "}");
            default -> broken(octets);
        };
    }

    private byte[] broken(byte[] octets) {
        var copy = Arrays.copyOf(octets, octets.length);
        for (int i = random.nextInt(4); i >= 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) (0x80 | random.nextInt(0x80));
        }
        return copy;
    }

    private static byte[] huge(String text) {
        return octets(text.replaceFirst("\\{", "{\"title\":\"" + "x".repeat(HUGE) + "\","));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zipped(byte[] body) {
        var all = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(all)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }
}
