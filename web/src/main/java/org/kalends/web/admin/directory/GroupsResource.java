package org.kalends.web.admin.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Administration;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Caller;
import org.kalends.identity.DirectoryRecord;
import org.kalends.identity.Draft;
import org.kalends.identity.GroupMembership;
import org.kalends.identity.Principal;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;
import org.kalends.identity.Registration;
import org.kalends.identity.Registration.Place;
import org.kalends.problem.CalendarException;
import org.kalends.web.admin.directory.Paging.Asked;
import org.kalends.web.event.Parameters;

/** Groups, kept by administrators. Whoever invites a group invites all who belong to it, through other groups too. */
@Path("admin/groups")
@RequestScoped
@Produces("application/json")
public class GroupsResource {

    @Inject
    Administration administration;

    @Inject
    GroupMembership membership;

    @Inject
    Caller caller;

    /** A group to be made, empty at first. */
    public record NewGroup(
            @Nullable String login,
            @Nullable String name,
            @Nullable String address,
            @Nullable List<@Nullable String> aliases) {}

    /** What is to be other than it was; null is absent. */
    public record GroupChange(
            @Nullable String name, @Nullable String address, @Nullable List<@Nullable String> aliases) {}

    /** A group. */
    public record GroupRecord(
            UUID id, String login, String name, String address, List<String> aliases, Instant createdAt) {
        static GroupRecord of(DirectoryRecord found) {
            var group = found.draft().registration();
            return new GroupRecord(
                    found.id(),
                    group.login(),
                    group.name(),
                    group.address().value(),
                    found.draft().aliases().stream().map(CalendarAddress::value).toList(),
                    found.createdAt());
        }
    }

    /** A page. */
    public record GroupPage(List<GroupRecord> items, @Nullable String nextCursor) {}

    /** A direct member, a person or a group. */
    public record Member(UUID id, String kind, String name, String address) {
        static Member of(Principal member) {
            var kind = member.kind().name().toLowerCase(Locale.ROOT);
            return new Member(member.id(), kind, member.name(), member.address().value());
        }
    }

    /** All direct members. */
    public record Members(List<Member> items) {}

    @GET
    public GroupPage list(
            @QueryParam("q") @Nullable String query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        caller.administrator();
        var page = Paging.of(administration, Kind.GROUP, new Asked(query, limit, cursor));
        return new GroupPage(page.items().stream().map(GroupRecord::of).toList(), page.nextCursor());
    }

    @GET
    @Path("{id}")
    public GroupRecord read(@PathParam("id") String id) {
        caller.administrator();
        return GroupRecord.of(administration.find(Kind.GROUP, Parameters.id(id)));
    }

    @POST
    @Consumes("application/json")
    @APIResponseSchema(value = GroupRecord.class, responseCode = "201")
    public Response create(@Nullable NewGroup input) {
        var admin = caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        var made = administration.create(draft(input, admin), "");
        return Response.created(URI.create("admin/groups/" + made.id()))
                .entity(GroupRecord.of(made))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    public GroupRecord change(@PathParam("id") String id, @Nullable GroupChange input) {
        caller.administrator();
        if (input == null) throw CalendarException.invalid("body", "must be a JSON object");
        return GroupRecord.of(administration.change(Kind.GROUP, Parameters.id(id), before -> changed(before, input)));
    }

    /** Its members stay; whoever was invited by it stays invited. */
    @DELETE
    @Path("{id}")
    public void retire(@PathParam("id") String id) {
        caller.administrator();
        administration.retire(Kind.GROUP, Parameters.id(id));
    }

    @GET
    @Path("{id}/members")
    public Members members(@PathParam("id") String id) {
        caller.administrator();
        return new Members(
                membership.members(Parameters.id(id)).stream().map(Member::of).toList());
    }

    /** Done twice is as done once. */
    @PUT
    @Path("{id}/members/{member}")
    public void join(@PathParam("id") String id, @PathParam("member") String member) {
        caller.administrator();
        membership.add(Parameters.id(id), Parameters.id(member));
    }

    @DELETE
    @Path("{id}/members/{member}")
    public void leave(@PathParam("id") String id, @PathParam("member") String member) {
        caller.administrator();
        membership.remove(Parameters.id(id), Parameters.id(member));
    }

    private static Draft draft(NewGroup input, Principal admin) {
        var registration = new Registration(
                Kind.GROUP,
                Facts.login(input.login()),
                Facts.name(input.name()),
                Facts.address("address", input.address()),
                "",
                admin.zone(),
                admin.language(),
                Role.USER,
                Place.NONE);
        var aliases = input.aliases() == null ? List.<CalendarAddress>of() : Facts.aliases(input.aliases());
        return new Draft(
                registration,
                aliases.stream().filter(a -> !a.equals(registration.address())).toList());
    }

    private static Draft changed(Draft before, GroupChange input) {
        var was = before.registration();
        var addresses = AddressChange.of(before, input.address(), input.aliases());
        var now = new Registration(
                Kind.GROUP,
                was.login(),
                input.name() == null ? was.name() : Facts.name(input.name()),
                addresses.address(),
                was.title(),
                was.zone(),
                was.language(),
                was.role(),
                was.place());
        return new Draft(now, addresses.aliases());
    }
}
