package org.kalends.calendar;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.kalends.sharing.Rights;

/**
 * A calendar as its clients list it; one row, no text of any event.
 *
 * @param uri the last segment of its address; unique in its home
 * @param ownersUri the same in its owner's home
 * @param components what kinds of objects it takes, by their names in RFC 5545
 * @param sequence counts its changes; what sync tokens are made of
 * @param oldestSequence changes before this one are forgotten, so no token may reach behind it
 * @param epoch how often the counting began anew; a token of another one is not taken
 * @param bytes octets of its objects, those in the trash too
 * @param defaultAlarms reminders of new events, as JSON
 * @param lent whether its owner shares it with somebody; told to him alone
 * @param rights of the one who looks
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-5.2">RFC 4791, 5.2</a>
 */
public record CalendarCollection(
        UUID home,
        UUID id,
        String uri,
        String ownersUri,
        Look look,
        ZoneId zone,
        boolean transparent,
        boolean isDefault,
        Set<String> components,
        long sequence,
        long oldestSequence,
        int epoch,
        long bytes,
        String defaultAlarms,
        boolean lent,
        Rights rights) {

    /** Address of the scheduling inbox, which takes messages and is no calendar. */
    public static final String INBOX = "inbox";

    /** How the address of a calendar of others begins in one's own home; its id follows. */
    public static final String BOUND = "shared-";

    public CalendarCollection {
        components = Set.copyOf(components);
    }

    /** At this address, with what is the viewer's own. */
    CalendarCollection seenAs(CalendarCollection bound) {
        return new CalendarCollection(
                home,
                id,
                uri,
                ownersUri,
                look,
                zone,
                transparent,
                isDefault,
                components,
                bound.sequence,
                oldestSequence,
                epoch,
                bytes,
                bound.defaultAlarms,
                false,
                bound.rights);
    }

    /** Whether its events come from an address outside, and from nobody else. */
    public boolean fed() {
        return rights.fed();
    }

    /** Whether it is a calendar of another home. */
    public boolean shared() {
        return !rights.own();
    }

    /** What people see of it. */
    public record Look(String name, String description, String color, int position) {}
}
