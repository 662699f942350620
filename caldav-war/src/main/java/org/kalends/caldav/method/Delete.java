package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.xml.Names;
import org.kalends.calendar.CalendarSharing;
import org.kalends.calendar.SharingInvitations;
import org.kalends.event.CalendarEmptying;
import org.kalends.event.resource.ObjectStoring;
import org.kalends.event.resource.ObjectStoring.Reply;
import org.kalends.event.resource.StoreOutcome;

/** DELETE: an object or a calendar goes to the trash (RFC 4918, 9.6). */
@ApplicationScoped
public class Delete implements DavMethod {

    @Inject
    ResourceFinder resources;

    @Inject
    ObjectStoring storing;

    @Inject
    CalendarEmptying emptying;

    @Inject
    CalendarSharing sharing;

    @Inject
    SharingInvitations invitations;

    @Override
    public String name() {
        return "DELETE";
    }

    @Override
    public Set<Kind> on() {
        return EnumSet.of(Kind.OBJECT, Kind.CALENDAR, Kind.NOTIFICATION);
    }

    @Override
    public void answer(Exchange exchange) {
        var calendar = resources.calendarOf(exchange.viewer(), exchange.path());
        if (calendar.isEmpty()) {
            other(exchange);
            return;
        }
        var outcome = storing.delete(new ObjectStoring.Delete(
                exchange.viewer(),
                calendar.get().calendar(),
                exchange.path().segment(3),
                exchange.conditions(),
                reply(exchange.header("Schedule-Reply"))));
        if (!(outcome instanceof StoreOutcome.Removed)) throw Outcomes.refusal(outcome, calendar.get());
        exchange.empty(204);
    }

    /** Only an attendee who takes out his copy has the choice (RFC 6638, 8.1). */
    private static Reply reply(@Nullable String header) {
        return header != null && header.strip().equalsIgnoreCase("F") ? Reply.LEFT_OUT : Reply.SENT;
    }

    private void other(Exchange exchange) {
        var resource = resources.find(exchange.viewer(), exchange.path()).orElseThrow(Refusal::notFound);
        if (resource.kind() == Kind.NOTIFICATION) {
            invitations.dismiss(exchange.viewer(), resource.notice().id());
            exchange.empty(204);
            return;
        }
        if (resource.kind() != Kind.CALENDAR) throw Refusal.of(403, "This cannot be deleted");
        if (resource.calendar().shared()) {
            sharing.leave(exchange.viewer(), resource.calendar().id().toString());
            exchange.empty(204);
            return;
        }
        if (resource.calendar().isDefault()) {
            throw Refusal.precondition(
                    403, Names.caldav("default-calendar-needed"), "The default calendar cannot be deleted");
        }
        emptying.remove(exchange.viewer(), resource.calendar().id().toString());
        exchange.empty(204);
    }
}
