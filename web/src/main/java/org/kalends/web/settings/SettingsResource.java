package org.kalends.web.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.identity.Caller;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.Principal;
import org.kalends.identity.SettingsOf;
import org.kalends.problem.CalendarException;

/** What a person chose for himself; PUT takes the whole. */
@Path("settings")
@RequestScoped
@Produces("application/json")
public class SettingsResource {

    @Inject
    SettingsOf settings;

    @Inject
    Access access;

    @Inject
    Caller caller;

    @GET
    public SettingsJson read() {
        return SettingsJson.of(settings.of(caller.principal()));
    }

    @PUT
    @Consumes("application/json")
    public SettingsJson replace(@Nullable SettingsJson chosen) {
        if (chosen == null) throw CalendarException.invalid("body", "must be a JSON object");
        var principal = caller.principal();
        var before = settings.of(principal);
        var wanted = chosen.read(before);
        refuseForeign(principal, before, wanted);
        settings.put(principal, wanted);
        return SettingsJson.of(settings.of(principal));
    }

    /** What was chosen for a calendar that is gone by now may stay. */
    private void refuseForeign(Principal principal, PersonalSettings before, PersonalSettings wanted) {
        var unknown = new HashSet<>(wanted.manner().calendars().keySet());
        unknown.removeAll(before.manner().calendars().keySet());
        if (unknown.isEmpty()) return;
        access.visible(principal).forEach(calendar -> unknown.remove(calendar.id()));
        if (!unknown.isEmpty()) {
            var field = "calendarNotifications." + unknown.iterator().next();
            throw CalendarException.invalid(field, "is no calendar of yours");
        }
    }
}
