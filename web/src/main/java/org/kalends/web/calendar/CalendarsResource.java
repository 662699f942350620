package org.kalends.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarSharing;
import org.kalends.calendar.Calendars;
import org.kalends.calendar.DefaultReminders;
import org.kalends.event.CalendarEmptying;
import org.kalends.identity.Caller;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.subscription.Subscribing;
import org.kalends.subscription.Subscription;
import org.kalends.subscription.Subscriptions;
import org.kalends.web.event.TimeJson;
import org.kalends.web.settings.DefaultReminderJson;

/** One's own calendars, and those that others share. */
@Path("calendars")
@RequestScoped
@Produces("application/json")
public class CalendarsResource {

    private static final int LONGEST_NAME = 200;

    @Inject
    Calendars calendars;

    @Inject
    CalendarEmptying emptying;

    @Inject
    CalendarSharing sharing;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Subscribing subscribing;

    @Inject
    Directory directory;

    @Inject
    Caller caller;

    /** What a caller says of a calendar; null is absent. */
    public record CalendarInput(
            @Nullable String name,
            @Nullable String color,
            @Nullable String timeZone,
            @Nullable List<@Nullable DefaultReminderJson> defaultReminders,
            @Nullable List<@Nullable DefaultReminderJson> defaultAllDayReminders,
            @Nullable String source) {}

    /**
     * A calendar as the API tells it.
     *
     * @param access what the caller may do: {@code freebusy}, {@code read}, {@code write}, {@code manage}, {@code owner}
     * @param kind {@code own}, {@code shared} or {@code subscribed}, which takes no events but those of its source
     * @param owner whose it is; null for one's own
     * @param defaultReminders of timed events; where there are none, those of the owner's settings count
     * @param subscription what one's own subscribed calendar follows; null of others
     */
    public record CalendarJson(
            UUID id,
            String name,
            String color,
            String timeZone,
            boolean isDefault,
            String access,
            String kind,
            boolean seePrivate,
            @Nullable OwnerJson owner,
            List<DefaultReminderJson> defaultReminders,
            List<DefaultReminderJson> defaultAllDayReminders,
            @Nullable SubscriptionJson subscription) {
        static CalendarJson of(
                CalendarCollection calendar, @Nullable Principal owner, @Nullable Subscription subscription) {
            var reminders = DefaultReminders.of(calendar);
            return new CalendarJson(
                    calendar.id(),
                    calendar.look().name(),
                    calendar.look().color(),
                    calendar.zone().getId(),
                    calendar.isDefault(),
                    calendar.rights().level().token(),
                    calendar.shared() ? "shared" : calendar.fed() ? "subscribed" : "own",
                    calendar.rights().seesPrivate(),
                    owner == null
                            ? null
                            : new OwnerJson(
                                    owner.id(), owner.name(), owner.address().value()),
                    DefaultReminderJson.of(reminders.timed()),
                    DefaultReminderJson.of(reminders.allDay()),
                    subscription == null ? null : SubscriptionJson.of(subscription));
        }
    }

    /**
     * What a calendar follows.
     *
     * @param refreshedAt when it was read last; null before the first time
     * @param problem why the last look came to nothing: {@code unreachable}, {@code inside} the company's network,
     *     {@code refused}, {@code no-calendar}, {@code too-large}; null when it did not
     */
    public record SubscriptionJson(String source, @Nullable Instant refreshedAt, @Nullable String problem) {
        static SubscriptionJson of(Subscription subscription) {
            var problem = subscription.problem();
            return new SubscriptionJson(
                    subscription.source().toString(),
                    subscription.refreshedAt(),
                    problem == null ? null : problem.token());
        }
    }

    /** Whose it is. */
    public record OwnerJson(UUID id, String name, String address) {}

    /** The list. */
    public record CalendarPage(List<CalendarJson> items, @Nullable String nextCursor) {}

    @GET
    public CalendarPage list() {
        var all = calendars.of(caller.principal());
        var owners = directory.byIds(all.stream()
                .filter(CalendarCollection::shared)
                .map(CalendarCollection::home)
                .distinct()
                .toList());
        var followed = followed(all);
        return new CalendarPage(
                all.stream()
                        .map(one -> CalendarJson.of(one, owners.get(one.home()), followed.get(one.id())))
                        .toList(),
                null);
    }

    @POST
    @Consumes("application/json")
    @APIResponseSchema(value = CalendarJson.class, responseCode = "201")
    public Response create(@Nullable CalendarInput input) {
        if (input == null || input.name() == null && input.source() == null) {
            throw CalendarException.invalid("name", "must be given");
        }
        var wanted = change(input, DefaultReminders.NONE);
        var made = input.source() == null
                ? calendars.create(caller.principal(), wanted)
                : subscribing.subscribe(caller.principal(), wanted, input.source());
        return Response.created(URI.create("calendars/" + made.id()))
                .entity(json(made))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    public CalendarJson change(@PathParam("id") String id, @Nullable CalendarInput input) {
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var seen = calendars.find(caller.principal(), id);
        var wanted = change(input, DefaultReminders.of(seen));
        var changed = input.source() == null
                ? calendars.change(caller.principal(), id, wanted)
                : subscribing.change(caller.principal(), id, wanted, input.source());
        return json(changed);
    }

    /** Of a subscribed one: its source is looked at now. */
    @POST
    @Path("{id}/refresh")
    @APIResponse(responseCode = "202", description = "It is looked at; the list tells what came of it")
    public Response refresh(@PathParam("id") String id) {
        subscriptions.refresh(caller.principal(), id);
        return Response.accepted().build();
    }

    private CalendarJson json(CalendarCollection calendar) {
        var owner = calendar.shared() ? directory.byId(calendar.home()).orElseThrow() : null;
        return CalendarJson.of(calendar, owner, followed(List.of(calendar)).get(calendar.id()));
    }

    private Map<UUID, Subscription> followed(List<CalendarCollection> calendars) {
        if (calendars.stream().noneMatch(one -> one.fed() && !one.shared())) return Map.of();
        return subscriptions.of(caller.principal()).stream()
                .collect(Collectors.toMap(Subscription::calendar, Function.identity()));
    }

    /** Into the trash with all that is in it; a calendar of others the caller leaves. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        var viewer = caller.principal();
        if (calendars.find(viewer, id).shared()) sharing.leave(viewer, id);
        else emptying.remove(viewer, id);
    }

    private static Calendars.Change change(CalendarInput input, DefaultReminders before) {
        var name = input.name();
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            throw CalendarException.invalid("name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        var color = input.color();
        if (color != null && !color.matches("#[0-9a-fA-F]{6}")) {
            throw CalendarException.invalid("color", "must be #rrggbb");
        }
        var zone = input.timeZone();
        return new Calendars.Change(
                name, color, zone == null ? null : TimeJson.zone("timeZone", zone), reminders(input, before));
    }

    private static @Nullable DefaultReminders reminders(CalendarInput input, DefaultReminders before) {
        var timed = input.defaultReminders();
        var allDay = input.defaultAllDayReminders();
        if (timed == null && allDay == null) return null;
        return new DefaultReminders(
                timed == null ? before.timed() : DefaultReminderJson.read("defaultReminders", timed),
                allDay == null ? before.allDay() : DefaultReminderJson.read("defaultAllDayReminders", allDay));
    }
}
