package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.event.resource.Component;
import org.kalends.event.resource.WithText;
import org.kalends.time.Interval;

/** Candidates of a query, one statement each. */
@ApplicationScoped
public class ObjectQueries {

    private static final int PAGE = 200;
    private static final Duration ANY_ZONE = Duration.ofHours(14);

    /** Instances in the range, and series that reach it beyond what is stored of them: of these nothing is certain. */
    private static final String EVENTS =
            """
            with hit as materialized (
              select obj_id, bool_or(certain) as certain from (
                select distinct i.obj_id, true as certain from instance i
                where i.home_id = :home and i.cal_id = :calendar and i.period && tstzrange(:wideFrom, :wideTo)
                  and lower(i.period) < :wideTo -- where an index has them by their beginning, it is read up to there
                  and case when i.floating
                    then tstzrange(lower(i.period) at time zone 'UTC' at time zone :zone,
                                   upper(i.period) at time zone 'UTC' at time zone :zone) && tstzrange(:from, :to)
                    else i.period && tstzrange(:from, :to) end
                union all
                select o.obj_id, false from calendar_object o
                where o.home_id = :home and o.cal_id = :calendar and o.deleted_at is null and o.expanded_to is not null
                  and o.span && tstzrange(:wideFrom, :wideTo)
                  and (o.expanded_from > :wideFrom or o.expanded_to < :wideTo)) as either
              group by obj_id)
            select h.certain, %s
            from hit h join calendar_object o on o.home_id = :home and o.obj_id = h.obj_id%s
            where o.deleted_at is null""";

    @Inject
    Jdbi jdbi;

    /** @param floating the zone in which days and floating times are read */
    public record Range(Interval interval, ZoneId floating) {}

    /** @param certain whether it needs no look at its text */
    public record Candidate(WithText found, boolean certain) {}

    public void events(View view, Range range, Consumer<Candidate> sink) {
        var interval = range.interval();
        jdbi.useHandle(handle -> view.bind(handle.createQuery(EVENTS.formatted(view.withText(), view.joined())))
                .bind("from", interval.start())
                .bind("to", interval.end())
                .bind("wideFrom", interval.start().minus(ANY_ZONE))
                .bind("wideTo", interval.end().plus(ANY_ZONE))
                .bind("zone", range.floating().getId())
                .setFetchSize(PAGE)
                .map((row, context) -> new Candidate(view.withText(row), row.getBoolean("certain")))
                .forEach(sink));
    }

    /** @param component null for whatever there is */
    public void all(View view, @Nullable Component component, boolean certain, Consumer<Candidate> sink) {
        jdbi.useHandle(handle -> view.bind(handle.createQuery("select " + view.withText() + " from calendar_object o"
                        + view.joined() + " where o.home_id = :home and o.cal_id = :calendar"
                        + " and o.deleted_at is null and (:comp < 0 or o.comp = :comp)"))
                .bind("comp", component == null ? -1 : component.code())
                .setFetchSize(PAGE)
                .map((row, context) -> new Candidate(view.withText(row), certain))
                .forEach(sink));
    }
}
