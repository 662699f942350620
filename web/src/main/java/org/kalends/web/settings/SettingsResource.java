package org.kalends.web.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Caller;
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
        settings.put(principal, chosen.read(settings.of(principal)));
        return SettingsJson.of(settings.of(principal));
    }
}
