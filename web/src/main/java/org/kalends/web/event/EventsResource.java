package org.kalends.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.Access;
import org.kalends.event.EventEditing;
import org.kalends.event.EventListing;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.EventReading;
import org.kalends.event.StoredEvent;
import org.kalends.event.UsualReminders;
import org.kalends.identity.Caller;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.web.http.KnownTags;

/** Events: planned, and listed by range as instances. */
@Path("events")
@RequestScoped
@Produces("application/json")
@Consumes("application/json")
public class EventsResource {

    private static final int LONGEST_QUERY = 200;

    @Inject
    EventEditing editing;

    @Inject
    EventReading reading;

    @Inject
    UsualReminders reminders;

    @Inject
    Directory directory;

    @Inject
    InvitedAddresses addresses;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** What to list. */
    public static class ListQuery {
        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;

        @QueryParam("uid")
        @Nullable
        String uid;

        @QueryParam("calendar")
        List<String> calendars = List.of();

        @QueryParam("q")
        @Nullable
        String words;

        @QueryParam("expand")
        @Nullable
        String expand;

        @QueryParam("limit")
        @Nullable
        String limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;
    }

    /** One page. */
    public record EventPage(List<EventJson> items, @Nullable String nextCursor) {}

    @POST
    @APIResponseSchema(value = EventJson.class, responseCode = "201")
    public Response create(@QueryParam("notify") @Nullable String notify, @Nullable EventInput input) {
        if (input == null) throw CalendarException.invalid("body", "must be an event");
        var announcement = Parameters.announcement(notify);
        var calendar = input.calendarId() == null ? Access.DEFAULT : input.calendarId();
        var draft = EventReader.read(input, clock.instant());
        addresses.require(input.attendees());
        var organizer = caller.principal();
        var event =
                input.reminders() == null ? draft.withAlarms(reminders.of(organizer, calendar, draft.timing())) : draft;
        var created = editing.create(organizer, calendar, event, announcement);
        return Response.created(URI.create("events/" + created.id()))
                .tag(created.etag())
                .entity(json(created))
                .build();
    }

    private EventJson json(StoredEvent event) {
        var mine = EventRenderer.addresses(directory.addressesOf(event.home()));
        return EventRenderer.whole(event, null, mine, null);
    }

    @GET
    @APIResponseSchema(EventPage.class)
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "uid", in = ParameterIn.QUERY, description = "instead of all others: leads to the event")
    @Parameter(name = "calendar", in = ParameterIn.QUERY)
    @Parameter(name = "q", in = ParameterIn.QUERY)
    @Parameter(name = "expand", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public Response list(
            @BeanParam ListQuery query,
            @Context UriInfo uri,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var viewer = caller.principal();
        if (query.uid != null) return leadTo(viewer, query.uid);
        var interval = Parameters.interval(query.from, query.to);
        var calendars = Parameters.ids("calendar", query.calendars);
        int limit = Parameters.limit(query.limit);
        var after = Parameters.cursor(query.cursor);
        var state = reading.stateOf(viewer, calendars)
                + viewer.zone()
                + uri.getRequestUri().getRawQuery();
        var tag = new EntityTag(
                UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString());
        if (KnownTags.hold(ifNoneMatch, tag))
            return Response.notModified(tag)
                    .header("Cache-Control", "private, no-cache")
                    .build();
        var listing =
                reading.list(new EventReading.Range(viewer, calendars, interval, words(query.words), after), limit);
        var whole = "attendees".equals(query.expand)
                ? reading.whole(caller.principal(), listing)
                : Map.<UUID, StoredEvent>of();
        var items = listing.entries().stream()
                .map(entry -> told(listing, entry, whole.get(entry.event())))
                .toList();
        return Response.ok(new EventPage(items, Parameters.cursor(listing.next())))
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /** Mails and messages name an event by what it is called in every home. */
    private Response leadTo(Principal viewer, String uid) {
        var found = reading.find(viewer, Parameters.uid(uid))
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no event of that UID"));
        return Response.seeOther(URI.create("events/" + found)).build();
    }

    private static EventJson told(EventListing listing, Entry entry, @Nullable StoredEvent whole) {
        var json = EventRenderer.listed(entry, whole);
        return listing.editable(entry) ? json : json.readOnly();
    }

    private static String words(@Nullable String text) {
        if (text == null) return "";
        if (text.length() > LONGEST_QUERY || text.indexOf('\0') >= 0) {
            throw CalendarException.invalid("q", "must have at most " + LONGEST_QUERY + " characters");
        }
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
