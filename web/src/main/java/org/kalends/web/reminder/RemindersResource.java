package org.kalends.web.reminder;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Caller;
import org.kalends.problem.CalendarException;
import org.kalends.reminder.OpenReminders;
import org.kalends.web.event.Parameters;

/** What the caller was reminded of in the browser and has not dealt with. */
@Path("reminders")
@RequestScoped
@Produces("application/json")
public class RemindersResource {

    private static final Duration LONGEST = Duration.ofDays(366);

    @Inject
    OpenReminders reminders;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The oldest first, a hundred at most. */
    public record Listing(List<OpenReminderJson> items) {}

    /** @param until an instant ahead, within a year */
    public record SnoozeInput(@Nullable String until) {

        Instant read(Instant now) {
            Instant moment;
            try {
                moment = Instant.parse(String.valueOf(until));
            } catch (DateTimeException e) {
                throw CalendarException.invalid("until", "must be an instant such as 2026-12-01T10:00:00Z");
            }
            if (!moment.isAfter(now) || moment.isAfter(now.plus(LONGEST))) {
                throw CalendarException.invalid("until", "must lie ahead, within a year");
            }
            return moment;
        }
    }

    @GET
    public Listing list() {
        return new Listing(reminders.of(caller.principal()).stream()
                .map(OpenReminderJson::of)
                .toList());
    }

    /** He has taken note. */
    @DELETE
    @Path("{id}")
    public void dismiss(@PathParam("id") String id) {
        reminders.dismiss(caller.principal(), Parameters.id(id));
    }

    /** He is reminded once more. */
    @POST
    @Path("{id}/snooze")
    @Consumes("application/json")
    public void snooze(@PathParam("id") String id, @Nullable SnoozeInput input) {
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        reminders.snooze(caller.principal(), Parameters.id(id), input.read(clock.instant()));
    }
}
