package org.kalends.caldav.http;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.event.resource.Conditions;

/** Lists of entity tags in headers (RFC 9110, 8.8.3). */
public final class EntityTags {

    private EntityTags() {}

    /** Strong ones without their quotes, weak ones left out; null where there is no header. */
    public static @Nullable Set<String> list(@Nullable String header) {
        if (header == null) return null;
        var tags = new HashSet<String>();
        for (var part : header.split(",")) {
            var tag = part.strip();
            if (tag.equals(Conditions.ANY)) tags.add(Conditions.ANY);
            else if (!tag.startsWith("W/") && !tag.isEmpty()) tags.add(unquoted(tag));
        }
        return tags;
    }

    /** For If-None-Match on GET, where a weak tag is as good (RFC 9110, 13.1.2). */
    public static boolean names(@Nullable String header, String etag) {
        var tags = list(header == null ? null : header.replace("W/", ""));
        return tags != null && (tags.contains(Conditions.ANY) || tags.contains(etag));
    }

    public static String unquoted(String tag) {
        var text = tag.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    public static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
