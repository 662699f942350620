package org.kalends.exchange.pace.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.pace.Standing;

/** The table {@code ews_pace}. */
@ApplicationScoped
public class PaceStore {

    @Inject
    Jdbi jdbi;

    public Standing standing(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                select at_once, case when rests_until > :now then rests_until end as rests_until,
                  (select count(*) from ews_job where lease_until > :now and lease is not null) as moving,
                  (select count(*) from ews_subscription where lease_until > :now and lease is not null) as following
                from ews_pace""")
                .bind("now", now)
                .map((row, context) -> new Standing(
                        row.getInt("at_once"),
                        row.getInt("moving"),
                        row.getInt("following"),
                        instant(row.getObject("rests_until", OffsetDateTime.class))))
                .one());
    }

    /** Until when Exchange is to be left alone; empty where it may be asked. */
    public Optional<Instant> restsUntil(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select rests_until from ews_pace where rests_until > :now")
                .bind("now", now)
                .mapTo(OffsetDateTime.class)
                .map(OffsetDateTime::toInstant)
                .findOne());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    /** Half as many, and none for a while; what is said while it rests already is of the same trouble. */
    public void slower(Instant now, Duration pause) {
        jdbi.useHandle(handle -> handle.createUpdate("update ews_pace set grown_at = :now,"
                        + " at_once = case when rests_until > :now then at_once else greatest(1, at_once / 2) end,"
                        + " rests_until = greatest(rests_until, :until)")
                .bind("now", now)
                .bind("until", now.plus(pause))
                .execute());
    }

    /** One more, if for so long nothing changed. */
    public void faster(Instant now, Duration quiet, int most) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update ews_pace set at_once = least(at_once + 1, :most), grown_at = :now"
                                + " where at_once <> :most and grown_at < :before")
                        .bind("now", now)
                        .bind("before", now.minus(quiet))
                        .bind("most", most)
                        .execute());
    }
}
