package org.kalends.web.room;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.kalends.freebusy.FreeBusyLookup;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;
import org.kalends.room.RoomSearch;
import org.kalends.room.domain.FoundRoom;
import org.kalends.room.domain.RoomWish;
import org.kalends.web.event.Parameters;
import org.kalends.web.event.PlannedEvent;

/** Rooms, free ones first. */
@Path("rooms")
@RequestScoped
@Produces("application/json")
public class RoomsResource {

    private static final int LARGEST = 100_000;

    @Inject
    RoomSearch rooms;

    @Inject
    FreeBusyLookup freeBusy;

    @Inject
    PlannedEvent planned;

    /** A room and whether it is free. */
    public record RoomJson(
            UUID id,
            String name,
            String address,
            @Nullable Integer capacity,
            List<String> equipment,
            String site,
            String floor,
            boolean free,
            @Nullable Instant busyUntil) {
        static RoomJson of(FoundRoom room, @Nullable Instant later) {
            var until = room.busyUntil() == null ? later : room.busyUntil();
            return new RoomJson(
                    room.id(),
                    room.name(),
                    room.address(),
                    room.capacity(),
                    room.equipment(),
                    room.site(),
                    room.floor(),
                    until == null,
                    until);
        }
    }

    /**
     * The list.
     *
     * @param bookedUntil up to then a free room can be had for certain; later ones are told by what they are invited to
     */
    public record Rooms(List<RoomJson> items, @Nullable String nextCursor, Instant bookedUntil) {}

    /** What to look for. */
    public static class RoomQuery {
        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;

        @QueryParam("capacity")
        @Nullable
        String capacity;

        @QueryParam("equipment")
        List<String> equipment = List.of();

        @QueryParam("site")
        @Nullable
        String site;

        @QueryParam("except")
        @Nullable
        String except;
    }

    @GET
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "capacity", in = ParameterIn.QUERY)
    @Parameter(name = "equipment", in = ParameterIn.QUERY)
    @Parameter(name = "site", in = ParameterIn.QUERY)
    @Parameter(name = "except", in = ParameterIn.QUERY)
    public Rooms find(@BeanParam RoomQuery query) {
        var wish = new RoomWish(
                Parameters.interval(query.from, query.to),
                capacity(query.capacity),
                query.equipment,
                query.site == null ? "" : query.site,
                planned.uid(query.except));
        var found = rooms.find(wish);
        var bookedUntil = rooms.bookedUntil();
        var later = wish.when().end().isAfter(bookedUntil) ? invitedUntil(found, wish) : Map.<String, Instant>of();
        var items = found.stream()
                .map(room -> RoomJson.of(room, later.get(room.address())))
                .sorted(Comparator.comparing(RoomJson::free).reversed())
                .toList();
        return new Rooms(items, null, bookedUntil);
    }

    /** By address, until when a room is invited to something then. */
    private Map<String, Instant> invitedUntil(List<FoundRoom> found, RoomWish wish) {
        var addresses =
                found.stream().map(room -> new CalendarAddress(room.address())).toList();
        var until = new HashMap<String, Instant>();
        for (var room : freeBusy.of(new FreeBusyLookup.Question(addresses, wish.when(), wish.except()))) {
            room.busy().stream()
                    .map(busy -> busy.interval().end())
                    .max(Comparator.naturalOrder())
                    .ifPresent(end -> until.put(room.address().value(), end));
        }
        return until;
    }

    private static int capacity(@Nullable String text) {
        if (text == null || text.isEmpty()) return 0;
        try {
            int capacity = Integer.parseInt(text);
            if (capacity >= 0 && capacity <= LARGEST) return capacity;
        } catch (NumberFormatException e) {
            throw CalendarException.invalid("capacity", "must be a number of seats");
        }
        throw CalendarException.invalid("capacity", "must be a number of seats");
    }
}
