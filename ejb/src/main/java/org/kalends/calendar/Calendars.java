package org.kalends.calendar;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.domain.Calendar;
import org.kalends.calendar.store.CalendarStore;
import org.kalends.database.Ids;
import org.kalends.identity.Principal;
import org.kalends.identity.PrincipalCreated;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;
import org.kalends.sharing.store.ShareStore;
import org.kalends.sharing.store.ShareStore.Bind;

/** Own calendars: listed, made, changed and put away. */
@Stateless
public class Calendars {

    /** Twelve colours that all keep a contrast of 4.5:1 with the text put on them. */
    private static final List<String> PALETTE = List.of(
            "#1a73e8", "#0b8043", "#d50000", "#8e24aa", "#e67c00", "#00838f", "#3949ab", "#558b2f", "#ad1457",
            "#6d4c41", "#5f6368", "#f4511e");

    private static final int MOST = 200;

    @Inject
    CalendarStore calendars;

    @Inject
    Access access;

    @Inject
    ShareStore shares;

    @Inject
    Clock clock;

    /** What to change; null leaves as it is. */
    public record Change(
            @Nullable String name,
            @Nullable String color,
            @Nullable ZoneId zone,
            @Nullable DefaultReminders reminders) {}

    /** Those that are shared with him too. */
    public List<CalendarCollection> of(Principal viewer) {
        return access.visible(viewer);
    }

    /** One of them, by id or {@link Access#DEFAULT}. */
    public CalendarCollection find(Principal viewer, String id) {
        return access.require(viewer, id, Level.FREEBUSY);
    }

    /** Every home begins with one calendar; groups have none. */
    public void furnish(@Observes PrincipalCreated created) {
        var owner = created.principal();
        if (owner.kind() == Principal.Kind.GROUP) return;
        calendars.add(Calendar.named(owner.id(), Ids.next(), owner.name(), PALETTE.get(0), owner.zone())
                .asDefault());
    }

    public CalendarCollection create(Principal owner, Change wanted) {
        var present = calendars.ofHome(owner.id());
        if (present.size() >= MOST) {
            throw new CalendarException(Problem.CONFLICT, "There may be no more than " + MOST + " calendars");
        }
        var name = wanted.name();
        if (name == null) throw CalendarException.invalid("name", "must be given");
        var color = wanted.color() != null ? wanted.color() : PALETTE.get(present.size() % PALETTE.size());
        var zone = wanted.zone() != null ? wanted.zone() : owner.zone();
        var made = Calendar.named(owner.id(), Ids.next(), name, color, zone);
        if (wanted.reminders() != null) made.remindBy(wanted.reminders().text());
        calendars.add(made);
        return access.own(owner, made.id().toString());
    }

    /** Of a calendar of others, what it is called and how it looks for him alone. */
    public CalendarCollection change(Principal viewer, String id, Change wanted) {
        var seen = access.require(viewer, id, Level.FREEBUSY);
        if (seen.shared()) {
            if (wanted.zone() != null) throw Access.forbidden(Level.OWNER);
            var reminders = wanted.reminders() == null ? "" : wanted.reminders().text();
            var bind = new Bind(wanted.name(), wanted.color(), null, null, reminders);
            shares.bind(viewer.id(), seen.home(), seen.id(), bind);
        } else {
            var calendar = entity(seen);
            if (wanted.name() != null) calendar.rename(wanted.name());
            if (wanted.color() != null) calendar.paint(wanted.color());
            if (wanted.zone() != null) calendar.settleIn(wanted.zone());
            if (wanted.reminders() != null) calendar.remindBy(wanted.reminders().text());
            calendars.flush();
        }
        return access.require(viewer, id, Level.FREEBUSY);
    }

    private Calendar entity(CalendarCollection seen) {
        return calendars
                .find(seen.home(), seen.id())
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no calendar " + seen.id()));
    }

    /** Marks it deleted; who calls has emptied it. The default one stays. */
    public UUID remove(Principal owner, String id) {
        var calendar = entity(access.own(owner, id));
        if (calendar.isDefault()) {
            throw new CalendarException(Problem.CONFLICT, "The default calendar cannot be deleted");
        }
        calendar.remove(clock.instant());
        calendars.flush();
        return calendar.id();
    }
}
