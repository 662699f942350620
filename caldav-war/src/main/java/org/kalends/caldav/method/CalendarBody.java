package org.kalends.caldav.method;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.xml.Names;
import org.kalends.event.resource.ObjectText;

/** An iCalendar text as the body of a request. */
final class CalendarBody {

    private static final long TRANSPORTED = 16L * 1024 * 1024;
    private static final Set<String> CHARSETS = Set.of("", "utf-8", "utf8", "us-ascii");

    private CalendarBody() {}

    static String read(Exchange exchange) throws IOException {
        var length = exchange.header("Content-Length");
        if (length != null && length.length() > 15) throw Refusal.tooLarge("The body is too large");
        if (length != null && Long.parseLong(length.strip()) > TRANSPORTED) {
            throw Refusal.tooLarge("The body is larger than " + TRANSPORTED + " octets");
        }
        checkType(exchange.header("Content-Type"));
        byte[] octets = exchange.body(TRANSPORTED).readAllBytes();
        if (octets.length > ObjectText.LARGEST) {
            throw Refusal.precondition(
                    403,
                    Names.caldav("max-resource-size"),
                    "No more than " + ObjectText.LARGEST + " octets are stored");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.precondition(403, Names.caldav("valid-calendar-data"), "The text is not UTF-8");
        }
    }

    private static void checkType(@Nullable String type) {
        var bare = MediaTypes.bare(type);
        var version = MediaTypes.parameter(type, "version");
        boolean taken = (bare.isEmpty() || bare.equals("text/calendar"))
                && CHARSETS.contains(MediaTypes.parameter(type, "charset"))
                && (version.isEmpty() || version.equals("2.0"));
        if (!taken) {
            throw Refusal.precondition(
                    403, Names.caldav("supported-calendar-data"), "Only text/calendar 2.0 in UTF-8 is stored");
        }
    }
}
