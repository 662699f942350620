package org.kalends.event.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.kalends.event.domain.Derived.Occurrence;
import org.kalends.event.store.EventStore.Place;

/** The instances of an object: replaced as a whole, each step is one statement however many they are. */
final class InstanceRows {

    private InstanceRows() {}

    static void replace(Handle handle, Place place, List<Occurrence> occurrences) {
        handle.createUpdate("delete from instance where home_id = ? and obj_id = ?")
                .bind(0, place.home())
                .bind(1, place.object())
                .execute();
        add(handle, place, occurrences);
    }

    /** To be followed by FROM, with {@link #ROWS} in it. */
    static final String INSERT =
            """
            insert into instance (home_id, obj_id, rid, cal_id, period, floating, fbtype, overridden)
            select :home, :object, rid::timestamptz, :calendar, tstzrange(from_at::timestamptz, to_at::timestamptz),
              floating, fbtype, overridden
            """;

    static final String ROWS =
            """
            unnest(:rids, :starts, :ends, :floating, :fbtypes, :overridden)
              as t(rid, from_at, to_at, floating, fbtype, overridden)
            on conflict (home_id, obj_id, rid) do nothing""";

    static void add(Handle handle, Place place, List<Occurrence> occurrences) {
        if (occurrences.isEmpty()) return;
        bind(handle.createUpdate(INSERT + " from " + ROWS).bindMethods(place), occurrences)
                .execute();
    }

    static <S extends SqlStatement<S>> S bind(S statement, List<Occurrence> occurrences) {
        return statement
                .bind("rids", texts(occurrences.stream().map(Occurrence::rid).toList()))
                .bind(
                        "starts",
                        texts(occurrences.stream().map(o -> o.period().start()).toList()))
                .bind(
                        "ends",
                        texts(occurrences.stream().map(o -> o.period().end()).toList()))
                .bind("floating", occurrences.stream().map(Occurrence::floating).toArray(Boolean[]::new))
                .bind("fbtypes", occurrences.stream().map(Occurrence::freeBusy).toArray(Integer[]::new))
                .bind(
                        "overridden",
                        occurrences.stream().map(Occurrence::overridden).toArray(Boolean[]::new));
    }

    /** As ISO text: the driver has no array form for moments. */
    private static String[] texts(List<Instant> moments) {
        return moments.stream().map(Instant::toString).toArray(String[]::new);
    }
}
