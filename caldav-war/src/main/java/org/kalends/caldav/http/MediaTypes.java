package org.kalends.caldav.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kalends.event.resource.Component;

/** Media types of requests and answers. */
public final class MediaTypes {

    public static final String XML = "application/xml; charset=utf-8";
    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String CALENDAR = "text/calendar; charset=utf-8";

    private MediaTypes() {}

    public static String calendar(Component component) {
        return component == Component.MESSAGE ? CALENDAR : CALENDAR + "; component=" + component.name();
    }

    /** Without parameters, lower case. */
    public static String bare(@Nullable String header) {
        if (header == null) return "";
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** A parameter's value, lower case; empty where there is none. */
    public static String parameter(@Nullable String header, String name) {
        if (header == null) return "";
        for (var part : header.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return part.substring(equals + 1).strip().replace("\"", "").toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
