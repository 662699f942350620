package org.kalends.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.event.domain.Derived;
import org.kalends.event.domain.Horizon;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.EventStore.State;
import org.kalends.event.store.StoresOver;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.support.TestDatabase;

class StoreUpkeepIT {

    private static final String ENDLESS =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//test//EN
            BEGIN:VEVENT
            UID:endless@kalends.test
            DTSTAMP:20200101T000000Z
            DTSTART:20200106T100000Z
            DTEND:20200106T110000Z
            RRULE:FREQ=WEEKLY
            SUMMARY:Endless
            END:VEVENT
            END:VCALENDAR
            """
                    .replace("\n", "\r\n");

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final UUID home = UUID.randomUUID();
    private final UUID object = UUID.randomUUID();
    private final Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final StoreUpkeep upkeep = new StoreUpkeep();

    @BeforeEach
    void anEndlessSeriesStoredAYearAgo() {
        upkeep.store = StoresOver.upkeep(jdbi);
        upkeep.clock = Clock.fixed(now, ZoneOffset.UTC);
        upkeep.directory = new Directory() {
            @Override
            public List<CalendarAddress> addressesOf(UUID principal) {
                return List.of();
            }
        };
        var calendar = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute(
                "insert into calendar (home_id, cal_id, uri, name, color, zone) values (?, ?, 'x', 'x', '#000000', 'UTC')",
                home,
                calendar));
        var series = ICalendar.parse(ENDLESS);
        var aYearAgo = now.minus(Duration.ofDays(365));
        var derived = Derived.from(series, Set.of(), new Horizon(aYearAgo));
        StoresOver.events(jdbi)
                .save(
                        new Place(home, calendar, object, "x.ics"),
                        new State(series.uid(), ENDLESS, derived, UUID.randomUUID()),
                        aYearAgo);
    }

    private Instant lastStored() {
        return jdbi.withHandle(handle -> handle.createQuery("select max(rid) from instance where obj_id = ?")
                .bind(0, object)
                .mapTo(OffsetDateTime.class)
                .map(OffsetDateTime::toInstant)
                .one());
    }

    private String columns() {
        return jdbi.withHandle(handle -> handle.createQuery("select string_agg(o::text || i::text, ' ' order by i.rid)"
                        + " from calendar_object o join instance i using (home_id, obj_id) where obj_id = ?")
                .bind(0, object)
                .mapTo(String.class)
                .one());
    }

    @Test
    void theNightBringsASeriesToTodaysHorizonAndOnlyOnce() {
        assertThat(lastStored()).isBefore(now.plus(Duration.ofDays(400)));
        while (upkeep.roll() > 0) assertThat(lastStored()).isAfter(now.plus(Duration.ofDays(700)));
        assertThat(lastStored()).isAfter(now.plus(Duration.ofDays(720)));
        assertThat(upkeep.roll()).isZero();
    }

    @Test
    void ofTwoNodesEachRollsWhatTheOtherHasNot() {
        var moment = now.plus(Duration.ofDays(730));
        try (var handle = jdbi.open()) {
            handle.begin();
            var other = StoresOver.upkeep(Jdbi.create(handle.getConnection()).installPlugin(new PostgresPlugin()));
            assertThat(other.endingBefore(moment, 100)).hasSize(1);
            assertThat(upkeep.roll()).isZero();
            handle.rollback();
        }
        assertThat(upkeep.roll()).isEqualTo(1);
    }

    @Test
    void rebuildingAHealthyDatabaseChangesNothing() {
        while (upkeep.roll() > 0) assertThat(lastStored()).isAfter(now);
        var before = columns();
        assertThat(rebuilt()).isPositive();
        assertThat(columns()).isEqualTo(before);
    }

    @Test
    void rebuildingMendsWhatIsNotInTheText() {
        rebuilt();
        var healthy = columns();
        jdbi.useHandle(handle -> {
            handle.execute("delete from instance where obj_id = ? and rid > ?", object, now.atOffset(ZoneOffset.UTC));
            handle.execute(
                    "update calendar_object set summary = '?', sched_role = 2, brief = '[]' where obj_id = ?", object);
        });
        rebuilt();
        assertThat(columns()).isEqualTo(healthy);
    }

    private int rebuilt() {
        int done = 0;
        for (var lot = upkeep.rebuild(null); lot.last() != null; lot = upkeep.rebuild(lot.last())) done += lot.size();
        return done;
    }
}
