package org.kalends.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.UUID;
import org.kalends.calendar.store.HomeStore;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * What the objects and files of a home take and may take, in octets.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4331">RFC 4331</a>
 */
@ApplicationScoped
public class Quota {

    @Inject
    QuotaSettings settings;

    @Inject
    HomeStore store;

    /**
     * What a home has.
     *
     * @param available what may still be added; empty where there is no limit
     */
    public record Room(long used, OptionalLong available) {}

    public Room of(UUID home) {
        long used = store.used(home);
        return new Room(
                used, settings.megabytes() == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, limit() - used)));
    }

    private long limit() {
        return (long) settings.megabytes() << 20;
    }

    /**
     * After a write of its owner, in the same transaction; without a limit it costs nothing.
     *
     * @throws CalendarException 507 where there is more than there may be
     */
    public void check(UUID home) {
        if (settings.megabytes() > 0 && store.used(home) > limit()) {
            throw new CalendarException(
                    Problem.QUOTA_EXCEEDED, "Events and files may take " + settings.megabytes() + " MiB together");
        }
    }
}
