package org.kalends.exchange.item.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kalends.exchange.ews.xml.Element;

/**
 * An event, or an instance of one, as an item is to say it. What belongs together is one part and is written whole.
 *
 * @param parts by their names
 */
public record ItemForm(Map<String, List<Field>> parts) {

    /**
     * A property of an item.
     *
     * @param uri by which it is named, such as {@code item:Subject}
     * @param value empty where the item is to have none
     */
    public record Field(String uri, Optional<Element> value) {}

    public ItemForm {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** SHA-256 of each part: whether two forms differ, and in what, can be told without keeping what they say. */
    public Map<String, String> digests() {
        var digests = new LinkedHashMap<String, String>();
        parts.forEach((name, fields) -> digests.put(name, digest(fields)));
        return digests;
    }

    /** Of all parts together. */
    public String digest() {
        return digest(parts.values().stream().flatMap(List::stream).toList());
    }

    /** All fields of the parts that are not known so. */
    public List<Field> differing(Map<String, String> known) {
        return parts.entrySet().stream()
                .filter(part -> !digest(part.getValue()).equals(known.get(part.getKey())))
                .flatMap(part -> part.getValue().stream())
                .toList();
    }

    /** All fields that say something. */
    public List<Element> values() {
        return parts.values().stream()
                .flatMap(List::stream)
                .flatMap(field -> field.value().stream())
                .toList();
    }

    private static String digest(List<Field> fields) {
        try {
            var text = fields.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
