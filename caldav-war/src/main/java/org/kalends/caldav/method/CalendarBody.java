package org.kalends.caldav.method;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.CalendarForm;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.MediaTypes;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.xml.Names;
import org.kalends.event.resource.ObjectText;
import org.kalends.event.resource.StoreOutcome;
import org.kalends.icalendar.InvalidCalendarData;

/** Calendar data as the body of a request, in iCalendar. */
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
        var form =
                exchange.sent().orElseThrow(() -> unsupported("Only iCalendar 2.0, jCal and xCal in UTF-8 are stored"));
        byte[] octets = exchange.body(TRANSPORTED).readAllBytes();
        if (octets.length > ObjectText.LARGEST) {
            throw Refusal.precondition(
                    403,
                    Names.caldav("max-resource-size"),
                    "No more than " + ObjectText.LARGEST + " octets are stored");
        }
        try {
            return form.back(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (InvalidCalendarData e) {
            throw Refusal.precondition(403, Names.caldav("valid-calendar-data"), String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw Refusal.precondition(403, Names.caldav("valid-calendar-data"), "The text is not UTF-8");
        }
    }

    /** Whether a GET would give back the very octets that were sent. */
    static boolean asSent(Exchange exchange, StoreOutcome.Created stored) {
        return stored.form() == StoreOutcome.Form.AS_SENT
                && exchange.sent().filter(CalendarForm.ICALENDAR::equals).isPresent();
    }

    private static void checkType(@Nullable String type) {
        var version = MediaTypes.parameter(type, "version");
        boolean taken = CHARSETS.contains(MediaTypes.parameter(type, "charset"))
                && (version.isEmpty() || version.equals("2.0"));
        if (!taken) throw unsupported("Only version 2.0 in UTF-8 is stored");
    }

    private static Refusal unsupported(String detail) {
        return Refusal.precondition(403, Names.caldav("supported-calendar-data"), detail);
    }
}
