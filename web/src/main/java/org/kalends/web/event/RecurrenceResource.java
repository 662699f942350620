package org.kalends.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.codec.Recurrences;
import org.kalends.icalendar.recurrence.Rules;
import org.kalends.problem.CalendarException;

/** What a recurrence means, before anything is saved. */
@Path("recurrence")
@RequestScoped
@Produces("application/json")
@Consumes("application/json")
public class RecurrenceResource {

    private static final int MOST = 50;
    private static final int USUAL = 10;

    /** The start and the lines of an event that may be saved later. */
    public record PreviewRequest(
            @Nullable MomentJson start, @Nullable List<@Nullable String> recurrence, @Nullable Integer limit) {}

    /** The starts of the first instances. */
    public record Preview(List<MomentJson> items) {}

    @POST
    @Path("preview")
    public Preview preview(@Nullable PreviewRequest request) {
        if (request == null) throw CalendarException.invalid("body", "must be a JSON object");
        if (request.start() == null) throw CalendarException.invalid("start", "must be given");
        var start = request.start().time("start");
        var recurrence = Recurrences.validate(lines(request.recurrence()), start);
        return new Preview(Rules.first(start, recurrence, limit(request.limit())).stream()
                .map(time -> MomentJson.of(time, ZoneOffset.UTC))
                .toList());
    }

    private static List<String> lines(@Nullable List<@Nullable String> given) {
        if (given == null) throw CalendarException.invalid("recurrence", "must be a list of lines");
        return given.stream().map(line -> line == null ? "" : line).toList();
    }

    private static int limit(@Nullable Integer limit) {
        if (limit == null) return USUAL;
        if (limit < 1 || limit > MOST) throw CalendarException.invalid("limit", "must be from 1 to " + MOST);
        return limit;
    }
}
