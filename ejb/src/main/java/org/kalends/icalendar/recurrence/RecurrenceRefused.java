package org.kalends.icalendar.recurrence;

import java.util.List;
import java.util.Map;
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;
import org.kalends.problem.Problem;

/**
 * A recurrence that is legal but too large to keep: CALDAV:max-instances.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-5.2.8">RFC 4791, 5.2.8</a>
 */
public class RecurrenceRefused extends CalendarException {

    public RecurrenceRefused(String message) {
        super(Problem.VALIDATION, "recurrence: " + message, List.of(new FieldError("recurrence", message)), Map.of());
    }
}
