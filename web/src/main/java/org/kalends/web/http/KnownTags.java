package org.kalends.web.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of a GET says that he has already. The platform's own judgement of conditions answers a foreign
 * {@code If-Match} on a GET with a page of the container, and one that is no entity tag with 500.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110, 13.1.2 (If-None-Match)</a>
 */
public final class KnownTags {

    private KnownTags() {}

    /** Compared weakly, as the RFC asks; a header that makes no sense names no tag. */
    public static boolean hold(@Nullable String ifNoneMatch, EntityTag tag) {
        if (ifNoneMatch == null) return false;
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals("*") || known.equals("\"" + tag.getValue() + "\""));
    }
}
