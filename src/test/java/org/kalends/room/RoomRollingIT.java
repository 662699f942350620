package org.kalends.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kalends.event.CopiesOver;
import org.kalends.event.EventChange;
import org.kalends.event.EventChange.Announcement;
import org.kalends.event.EventChange.Cause;
import org.kalends.event.domain.Derived;
import org.kalends.event.domain.Horizon;
import org.kalends.event.store.EventStore.Place;
import org.kalends.event.store.EventStore.State;
import org.kalends.event.store.StoresOver;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.room.store.StoresOfRooms;
import org.kalends.support.TestDatabase;

/** What the night does with the rooms of an endless series, on a real database. */
class RoomRollingIT {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final CalendarAddress ANNA = new CalendarAddress("anna@kalends.test");
    private static final CalendarAddress VOLGA = new CalendarAddress("volga@kalends.test");
    private static final String WEEKLY =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//test//EN
            BEGIN:VEVENT
            UID:weekly@kalends.test
            DTSTAMP:20260101T000000Z
            DTSTART:20260105T100000Z
            DTEND:20260105T110000Z
            RRULE:FREQ=WEEKLY
            SUMMARY:Weekly
            ORGANIZER:mailto:anna@kalends.test
            ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:volga@kalends.test
            END:VEVENT
            END:VCALENDAR
            """
                    .replace("\n", "\r\n");

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final UUID anna = UUID.randomUUID();
    private final Principal volga = new Principal(
            UUID.randomUUID(),
            Principal.Kind.ROOM,
            "volga",
            "Volga",
            VOLGA,
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Principal.Role.USER);
    private final EventSeries series = ICalendar.parse(WEEKLY);
    private final List<RoomRefused> refusals = new ArrayList<>();
    private final RoomRolling rolling = new RoomRolling();
    private final RoomBooking booking = new RoomBooking();

    @BeforeEach
    @SuppressWarnings("unchecked")
    void aSeriesBookedAYearAgo() {
        var rooms = new InvitedRooms();
        rooms.directory = new Directory() {
            @Override
            public Map<CalendarAddress, Principal> byAddress(java.util.Collection<CalendarAddress> wanted) {
                return new HashMap<>(Map.of(VOLGA, volga));
            }

            @Override
            public List<CalendarAddress> addressesOf(UUID principal) {
                return principal.equals(anna) ? List.of(ANNA) : List.of(VOLGA);
            }
        };
        rolling.rooms = rooms;
        rolling.reaches = StoresOfRooms.reaches(jdbi);
        rolling.bookings = StoresOfRooms.bookings(jdbi);
        rolling.copies = CopiesOver.reading(jdbi);
        rolling.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        rolling.refused = (Event<RoomRefused>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    refusals.add((RoomRefused) arguments[0]);
                    return null;
                });
        booking.invited = rooms;
        booking.bookings = rolling.bookings;
        booking.reaches = rolling.reaches;
        booking.rules = new RoomRules();
        booking.rules.policies = StoresOfRooms.policies(jdbi);
        booking.rules.directory = rooms.directory;
        booking.refused = rolling.refused;
        jdbi.useHandle(handle -> handle.execute(
                "insert into principal (id, kind, login, name, address, zone, language, words)"
                        + " values (?, 'ROOM', ?, 'Volga', ?, 'UTC', 'en', '')",
                volga.id(),
                volga.id().toString(),
                volga.id() + "@kalends.test"));
        var calendar = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute(
                "insert into calendar (home_id, cal_id, uri, name, color, zone) values (?, ?, 'x', 'x', '#000000', 'UTC')",
                anna,
                calendar));
        var derived = Derived.from(series, Set.of(ANNA), new Horizon(NOW));
        StoresOver.events(jdbi)
                .save(
                        new Place(anna, calendar, UUID.randomUUID(), "x.ics"),
                        new State(series.uid(), WEEKLY, derived, UUID.randomUUID()),
                        NOW);
        booking.observe(change(null, series, Cause.PERSON, NOW.minus(Duration.ofDays(300))));
    }

    private EventChange change(@Nullable EventSeries before, EventSeries after, Cause cause, Instant at) {
        return new EventChange(
                anna, UUID.randomUUID(), UUID.randomUUID(), before, after, volga, cause, Announcement.NONE, at);
    }

    private List<Instant> booked() {
        return jdbi.withHandle(handle -> handle.createQuery("select rid from room_booking where uid = ? order by rid")
                .bind(0, series.uid().value())
                .mapTo(OffsetDateTime.class)
                .map(OffsetDateTime::toInstant)
                .list());
    }

    private void another(String start, String end) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into room_booking (home_id, organizer_home, uid, rid, period)"
                        + " values (?, ?, 'other', cast(? as timestamptz), tstzrange(cast(? as timestamptz), cast(? as timestamptz)))",
                volga.id(),
                UUID.randomUUID(),
                start,
                start,
                end));
    }

    private static Instant last(List<Instant> moments) {
        return moments.get(moments.size() - 1);
    }

    @Test
    void theNightBooksOnAndOnlyOnce() {
        assertThat(last(booked())).isBefore(NOW.plus(Duration.ofDays(70)));
        assertThat(rolling.roll()).isEqualTo(1);
        assertThat(last(booked())).isAfter(NOW.plus(Duration.ofDays(355)));
        assertThat(rolling.roll()).isZero();
        assertThat(refusals).isEmpty();
    }

    @Test
    void whatOthersTookMeanwhileIsDeclinedAndTheRestBooked() {
        another("2027-06-07T10:30:00Z", "2027-06-07T12:00:00Z");
        rolling.roll();
        var lost = Instant.parse("2027-06-07T10:00:00Z");
        assertThat(refusals).containsExactly(new RoomRefused(volga.id(), series.uid(), List.of(lost)));
        assertThat(booked())
                .doesNotContain(lost)
                .contains(lost.plus(Duration.ofDays(7)), lost.minus(Duration.ofDays(7)));
    }

    @Test
    void whatTheRoomDeclinedIsFreeForOthers() {
        rolling.roll();
        var declined = series.withMaster(series.lead()
                .withAttendees(series.lead().attendees().stream()
                        .map(a -> a.withStatus(ParticipationStatus.DECLINED))
                        .toList()));
        booking.observe(change(series, declined, Cause.DELIVERY, NOW));
        assertThat(booked()).allMatch(moment -> moment.isBefore(NOW));
        another("2027-06-07T10:30:00Z", "2027-06-07T12:00:00Z");
    }

    @Test
    void anotherTitleIsSavedThoughOthersTookWhatIsNotBookedYetAndTheRoomDeclinesThat() {
        another("2027-06-07T10:30:00Z", "2027-06-07T12:00:00Z");
        var renamed = series.withMaster(
                series.lead().withDetails(series.lead().details().withTitle("Other")));
        booking.observe(change(series, renamed, Cause.PERSON, NOW));
        var lost = Instant.parse("2027-06-07T10:00:00Z");
        assertThat(refusals).containsExactly(new RoomRefused(volga.id(), series.uid(), List.of(lost)));
        assertThat(booked()).doesNotContain(lost).contains(lost.plus(Duration.ofDays(7)));
        assertThat(rolling.roll()).isZero();
    }

    @Test
    void anotherHourIsRefusedWhereOthersHaveMoreThanATenthOfIt() {
        var taken = Instant.parse("2027-06-07T11:30:00Z");
        for (int week = 0; week < 6; week++) {
            var start = taken.plus(Duration.ofDays(7L * week));
            another(start.toString(), start.plus(Duration.ofMinutes(30)).toString());
        }
        var hourLater = series.withMaster(series.lead()
                .withTiming(Expander.timingAt(
                        series.lead().timing(), EventTime.utc(Instant.parse("2026-01-05T11:00:00Z")))));
        assertThatThrownBy(() -> booking.observe(change(series, hourLater, Cause.PERSON, NOW)))
                .isInstanceOf(CalendarException.class)
                .hasMessageContaining("Volga is taken at 2027-06-07T11:00:00Z");
    }

    @Test
    void ofTwoNodesEachRollsWhatTheOtherHasNot() throws Exception {
        try (var handle = jdbi.open()) {
            handle.begin();
            var first = StoresOfRooms.reaches(over(handle.getConnection()));
            assertThat(first.endingBefore(NOW.plus(RoomBooking.HORIZON), 10)).hasSize(1);
            assertThat(rolling.reaches.endingBefore(NOW.plus(RoomBooking.HORIZON), 10))
                    .isEmpty();
            handle.rollback();
        }
        assertThat(rolling.reaches.endingBefore(NOW.plus(RoomBooking.HORIZON), 10))
                .hasSize(1);
    }

    private static Jdbi over(Connection connection) {
        return Jdbi.create(connection).installPlugin(new PostgresPlugin());
    }
}
