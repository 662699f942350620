package org.kalends.icalendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an event is to be shown and counted.
 *
 * @param color a CSS3 colour name or {@code #rrggbb} (RFC 7986, 5.9), null for the calendar's own
 */
public record Labels(
        Status status,
        Classification classification,
        Transparency transparency,
        List<String> categories,
        @Nullable String color) {

    public static final Labels PLAIN =
            new Labels(Status.CONFIRMED, Classification.PUBLIC, Transparency.OPAQUE, List.of(), null);

    public Labels {
        categories = List.copyOf(categories);
    }

    public Labels withStatus(Status changed) {
        return new Labels(changed, classification, transparency, categories, color);
    }

    public Labels withTransparency(Transparency changed) {
        return new Labels(status, classification, changed, categories, color);
    }

    /** STATUS of RFC 5545, 3.8.1.11. */
    public enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /** CLASS of RFC 5545, 3.8.1.3. */
    public enum Classification {
        PUBLIC,
        PRIVATE,
        CONFIDENTIAL
    }

    /** TRANSP of RFC 5545, 3.8.2.7; out of office is opaque, and told by Microsoft's property as well. */
    public enum Transparency {
        OPAQUE,
        TRANSPARENT,
        OUT_OF_OFFICE
    }
}
