package org.kalends.subscription.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.SubscriptionChange;
import org.kalends.calendar.SubscriptionChange.Strip;
import org.kalends.subscription.FeedProblem;
import org.kalends.subscription.Subscription;
import org.kalends.subscription.domain.Source;
import org.kalends.subscription.domain.Validators;

/**
 * What calendars follow, and when it is looked there. Who looks holds a row for as long as a look may take; nobody else
 * looks meanwhile, and what was changed meanwhile is looked at anew.
 */
@ApplicationScoped
public class SubscriptionStore {

    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final String CHANGED =
            "every = coalesce(:every, every), strips = array_to_string(array(select unnest("
                    + "string_to_array(strips, ',') || :left) except select unnest(:kept)), ',')";

    @Inject
    Jdbi jdbi;

    /**
     * One whose time has come, and what is known of its text.
     *
     * @param revision counts what its owner changed
     * @param until when another may look, should this one not end
     * @param known what the last look learned
     */
    public record Due(Subscription subscription, int revision, Instant until, int failures, Known known) {}

    /**
     * What is known of a feed.
     *
     * @param digest SHA-256 of its text; null when nothing was taken yet
     * @param told how often it wants to be looked at; null when it does not say
     */
    @SuppressWarnings("ArrayRecordComponent") // octets, compared by who made the others
    public record Known(Validators validators, byte @Nullable [] digest, @Nullable Duration told) {}

    public List<Subscription> of(UUID home) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from subscription where home_id = ?")
                .bind(0, home)
                .map((row, context) -> subscription(row))
                .list());
    }

    /** The calendar takes nothing else from now on; the source is one that {@link Source} has read. */
    public void add(UUID home, UUID calendar, SubscriptionChange wanted, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                with fed as (update calendar set fed = true, transparent = true
                  where home_id = :home and cal_id = :calendar)
                insert into subscription (home_id, cal_id, source, every, strips, due_at)
                values (:home, :calendar, :source, :every, array_to_string(:left, ','), :now)""")
                .bind("home", home)
                .bind("calendar", calendar)
                .bind("source", wanted.source())
                .bind("every", seconds(wanted.every()))
                .bind("left", names(wanted.left()))
                .bind("now", now)
                .execute());
    }

    /** What was taken counts as old: the next look reads it all again. */
    public void change(UUID home, UUID calendar, SubscriptionChange wanted, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update subscription set source = coalesce(:source, source), "
                        + CHANGED
                        + ", revision = revision + 1, due_at = :now, etag = null, last_modified = null, digest = null,"
                        + " problem = null, failures = 0 where home_id = :home and cal_id = :calendar")
                .bind("home", home)
                .bind("calendar", calendar)
                .bind("source", wanted.source())
                .bind("every", seconds(wanted.every()))
                .bind("left", names(wanted.left()))
                .bind("kept", names(wanted.kept()))
                .bind("now", now)
                .execute());
    }

    public void hasten(UUID home, UUID calendar, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update subscription set due_at = least(due_at,"
                        + " greatest(:now, tried_at + make_interval(secs => :pause))), problem = null"
                        + " where home_id = :home and cal_id = :calendar")
                .bind("home", home)
                .bind("calendar", calendar)
                .bind("now", now)
                .bind("pause", BETWEEN_LOOKS.toSeconds())
                .execute());
    }

    /** Takes one whose time has come; who does not say how it ended leaves it to another. */
    public Optional<Due> claim(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                update subscription set looking_until = :until, tried_at = :now where (home_id, cal_id) = (
                  select s.home_id, s.cal_id from subscription s join calendar c using (home_id, cal_id)
                  where s.due_at <= :now and (s.looking_until is null or s.looking_until <= :now)
                    and c.deleted_at is null
                  order by s.due_at limit 1 for update of s skip locked)
                returning *""")
                .bind("now", now)
                .bind("until", now.plus(LOOK))
                .map((row, context) -> due(row))
                .findOne());
    }

    /** What was learned counts unless the subscription was changed meanwhile. */
    public void looked(Due due, Known known, Instant now, Instant next) {
        end(
                due,
                "refreshed_at = :now, due_at = :next, etag = :etag, last_modified = :lastModified, digest = :digest,"
                        + " told = :told, problem = null, failures = 0",
                row -> row.bind("etag", known.validators().etag())
                        .bind("lastModified", known.validators().lastModified())
                        .bind("digest", known.digest())
                        .bind("told", seconds(known.told()))
                        .bind("now", now)
                        .bind("next", next));
    }

    /** Counts unless the subscription was changed meanwhile. */
    public void failed(Due due, FeedProblem problem, Instant next) {
        end(due, "problem = :problem, due_at = :next, failures = failures + 1", row -> row.bind(
                        "problem", problem.name())
                .bind("next", next));
    }

    private void end(Due due, String outcome, UnaryOperator<Update> learned) {
        var key = " where home_id = :home and cal_id = :calendar";
        jdbi.useTransaction(handle -> {
            learned.apply(handle.createUpdate("update subscription set " + outcome + key + " and revision = :revision"))
                    .bind("home", due.subscription().home())
                    .bind("calendar", due.subscription().calendar())
                    .bind("revision", due.revision())
                    .execute();
            handle.createUpdate("update subscription set looking_until = null" + key + " and looking_until = :until")
                    .bind("home", due.subscription().home())
                    .bind("calendar", due.subscription().calendar())
                    .bind("until", due.until())
                    .execute();
        });
    }

    /** Those of calendars that are gone. */
    public void forget() {
        jdbi.useHandle(handle -> handle.execute("delete from subscription s using calendar c"
                + " where c.home_id = s.home_id and c.cal_id = s.cal_id and c.deleted_at is not null"));
    }

    private static @Nullable Long seconds(@Nullable Duration every) {
        return every == null ? null : Math.min(every.toSeconds(), Integer.MAX_VALUE);
    }

    private static @Nullable Duration duration(int seconds) {
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }

    private static String[] names(Collection<Strip> strips) {
        return strips.stream().map(Strip::name).toArray(String[]::new);
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                subscription(row),
                row.getInt("revision"),
                row.getTimestamp("looking_until").toInstant(),
                row.getInt("failures"),
                new Known(
                        new Validators(row.getString("etag"), row.getString("last_modified")),
                        row.getBytes("digest"),
                        duration(row.getInt("told"))));
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        var refreshed = row.getTimestamp("refreshed_at");
        var problem = row.getString("problem");
        return new Subscription(
                row.getObject("home_id", UUID.class),
                row.getObject("cal_id", UUID.class),
                new Source(URI.create(row.getString("source"))),
                duration(row.getInt("every")),
                strips(row.getString("strips")),
                refreshed == null ? null : refreshed.toInstant(),
                problem == null ? null : FeedProblem.valueOf(problem));
    }

    private static Set<Strip> strips(String names) {
        if (names.isEmpty()) return Set.of();
        return Stream.of(names.split(","))
                .map(Strip::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Strip.class)));
    }
}
