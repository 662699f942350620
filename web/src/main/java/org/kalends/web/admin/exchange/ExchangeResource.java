package org.kalends.web.admin.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.migration.MigrationJobs;
import org.kalends.identity.Caller;

/** {@code /admin/exchange}: whether there is one, and how much is asked of it. Role admin. */
@Path("admin/exchange")
@RequestScoped
@Produces("application/json")
public class ExchangeResource {

    @Inject
    Caller caller;

    @Inject
    MigrationJobs migrations;

    /**
     * How it stands.
     *
     * @param configured whether there is an Exchange to ask
     * @param atOnce how many mailboxes may be worked on; fewer after it was busy
     * @param restsUntil until when it wants to be left alone; null where it does not
     */
    public record ExchangeJson(boolean configured, int atOnce, @Nullable Instant restsUntil) {}

    @GET
    public ExchangeJson read() {
        caller.administrator();
        var pace = migrations.pace();
        return new ExchangeJson(migrations.possible(), pace.atOnce(), pace.restsUntil());
    }
}
