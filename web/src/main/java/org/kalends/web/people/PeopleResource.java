package org.kalends.web.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Directory;
import org.kalends.identity.DirectoryEntry;
import org.kalends.problem.CalendarException;

/** The directory: people, groups and rooms. */
@Path("people")
@RequestScoped
@Produces("application/json")
public class PeopleResource {

    private static final int LONGEST_QUERY = 200;
    private static final int MOST = 100;

    @Inject
    Directory directory;

    /** One who was found. */
    public record PersonJson(
            UUID id, String kind, String name, String address, String title, @Nullable String avatarUrl) {
        static PersonJson of(DirectoryEntry entry) {
            var p = entry.principal();
            var kind = p.kind().name().toLowerCase(Locale.ROOT);
            return new PersonJson(p.id(), kind, p.name(), p.address().value(), entry.title(), null);
        }
    }

    /** The list. */
    public record People(List<PersonJson> items) {}

    @GET
    public People find(@QueryParam("q") @DefaultValue("") String query, @QueryParam("limit") @Nullable String limit) {
        if (query.length() > LONGEST_QUERY || query.indexOf('\0') >= 0) {
            throw CalendarException.invalid("q", "must be a name of at most " + LONGEST_QUERY + " characters");
        }
        var found = directory.search(query, limit(limit));
        return new People(found.stream().map(PersonJson::of).toList());
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) return 20;
        try {
            return Math.min(MOST, Math.max(1, Integer.parseInt(limit)));
        } catch (NumberFormatException e) {
            throw CalendarException.invalid("limit", "must be a number");
        }
    }
}
