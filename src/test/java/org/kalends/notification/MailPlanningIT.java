package org.kalends.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kalends.event.EventChange.Announcement;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.PersonalSettings.Notice;
import org.kalends.identity.Principal;
import org.kalends.identity.SettingsOf;
import org.kalends.notification.mail.MailRoute;
import org.kalends.notification.mail.PlannedEvents;
import org.kalends.notification.store.CopyStore;
import org.kalends.notification.store.NewsStore;
import org.kalends.outbox.Json;
import org.kalends.outbox.OutboxOver;
import org.kalends.support.TestDatabase;

class MailPlanningIT {

    private static final CalendarAddress ANNA = new CalendarAddress("anna@kalends.test");
    private static final CalendarAddress BORIS = new CalendarAddress("boris@kalends.test");
    private static final CalendarAddress GUEST = new CalendarAddress("guest@example.org");
    private static final CalendarAddress VOLGA = new CalendarAddress("volga@kalends.test");

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final UUID home = UUID.randomUUID();
    private final Map<UUID, PersonalSettings> chosen = new HashMap<>();
    private final EventSeries planning = PlannedEvents.planning();
    private Instant now = Instant.now();
    private Announcement announcement = Announcement.ALL;

    @Test
    void everyRecipientGetsHisOwnMailAfterTheUndoTime() {
        plan(Method.REQUEST, null, planning, BORIS, GUEST);

        assertThat(mails())
                .extracting(NewsTask::recipient, NewsTask::kind)
                .containsExactlyInAnyOrder(tuple(BORIS, NewsKind.INVITATION), tuple(GUEST, NewsKind.INVITATION));
        assertThat(due()).isBetween(now.plusSeconds(7), now.plusSeconds(9));
    }

    @Test
    void whatCannotBeUndoneByAButtonIsToldAtOnce() {
        announcement = Announcement.AT_ONCE;
        plan(Method.REQUEST, null, planning, BORIS);

        assertThat(due()).isBetween(now.minusSeconds(1), now.plusSeconds(1));
    }

    @Test
    void neitherTheActorNorARoomGetsMail() {
        plan(Method.REQUEST, null, planning, ANNA, VOLGA);

        assertThat(mails()).isEmpty();
    }

    @Test
    void anInvitationThatIsCancelledInTimeIsNeverTold() {
        plan(Method.REQUEST, null, planning, BORIS);
        plan(Method.CANCEL, planning, null, BORIS);

        assertThat(mails()).isEmpty();
    }

    @Test
    void editsInTimeBecomeOneMailAgainstTheFirstState() {
        var first = plan(Method.REQUEST, planning, at("2026-11-25T12:00:00"), BORIS);
        var last = plan(Method.REQUEST, at("2026-11-25T12:00:00"), at("2026-11-26T15:00:00"), BORIS);

        assertThat(mails())
                .extracting(NewsTask::kind, NewsTask::since, NewsTask::news)
                .containsExactly(tuple(NewsKind.CHANGE, first, last));
    }

    @Test
    void anEditThatIsUndoneInTimeIsNeverTold() {
        plan(Method.REQUEST, planning, at("2026-11-25T12:00:00"), BORIS);
        plan(Method.REQUEST, at("2026-11-25T12:00:00"), planning, BORIS);

        assertThat(mails()).isEmpty();
    }

    @Test
    void anEditOfAnInvitationThatWaitsIsStillAnInvitation() {
        plan(Method.REQUEST, null, planning, BORIS);
        var last = plan(Method.REQUEST, planning, at("2026-11-25T12:00:00"), BORIS);

        assertThat(mails())
                .extracting(NewsTask::kind, NewsTask::news)
                .containsExactly(tuple(NewsKind.INVITATION, last));
    }

    @Test
    void aStreamOfEditsWaitsNoLongerThanTheCoalescingTime() {
        plan(Method.REQUEST, planning, at("2026-11-25T12:00:00"), BORIS);
        now = now.plusSeconds(58);
        plan(Method.REQUEST, at("2026-11-25T12:00:00"), at("2026-11-26T15:00:00"), BORIS);

        assertThat(due()).isBefore(now.plusSeconds(4));
    }

    @Test
    void whatNobodyCanSeeIsNoChange() {
        plan(Method.REQUEST, planning, planning, BORIS);

        assertThat(mails()).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatIsOver() {
        plan(Method.CANCEL, at("2020-01-01T10:00:00"), null, BORIS);

        assertThat(mails()).isEmpty();
    }

    @Test
    void whoSwitchedChangesOffStillGetsTheInvitationThatWaits() {
        var usual = PersonalSettings.usual(principal(BORIS, Principal.Kind.USER));
        chosen.put(
                id(BORIS),
                new PersonalSettings(
                        usual.zone(),
                        usual.language(),
                        usual.workingHours(),
                        null,
                        List.of(),
                        Map.of(Notice.CHANGE, Set.of(Channel.BROWSER)),
                        usual.manner()));
        plan(Method.REQUEST, null, planning, BORIS);
        plan(Method.REQUEST, planning, at("2026-11-25T12:00:00"), BORIS);
        assertThat(mails()).extracting(NewsTask::kind).containsExactly(NewsKind.INVITATION);

        jdbi.useHandle(handle -> handle.execute("update outbox set state = 1"));
        plan(Method.REQUEST, at("2026-11-25T12:00:00"), planning, BORIS);
        assertThat(mails()).isEmpty();
    }

    private UUID plan(
            Method method, @Nullable EventSeries before, @Nullable EventSeries after, CalendarAddress... recipients) {
        var decided = new Decided(home, UUID.randomUUID(), method, before, after, "Анна", ANNA, now);
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var planner = new NewsPlanning();
        planner.outbox = OutboxOver.database(jdbi, clock);
        planner.routes = new Routes(List.of(new MailRoute()));
        planner.news = new NewsStore(jdbi);
        planner.settings = PlannedEvents.settings();
        planner.clock = clock;
        planner.audience = new Audience(
                new People(), new Choices(), new CopyStore(jdbi), Clock.fixed(PlannedEvents.BEFORE, ZoneOffset.UTC));
        jdbi.useTransaction(joined -> planner.plan(decided, List.of(recipients), announcement));
        return decided.id();
    }

    private EventSeries at(String start) {
        return planning.withMaster(planning.lead().withTiming(PlannedEvents.from(LocalDateTime.parse(start))));
    }

    private List<NewsTask> mails() {
        return jdbi.withHandle(handle -> handle.createQuery("select body::text from outbox where state = 0")
                .mapTo(String.class)
                .map(body -> Json.read(body, NewsTask.class))
                .list());
    }

    private Instant due() {
        return jdbi.withHandle(handle -> handle.createQuery("select max(not_before) from outbox")
                .mapTo(OffsetDateTime.class)
                .map(OffsetDateTime::toInstant)
                .one());
    }

    private static UUID id(CalendarAddress address) {
        return UUID.nameUUIDFromBytes(address.value().getBytes(StandardCharsets.UTF_8));
    }

    private static Principal principal(CalendarAddress address, Principal.Kind kind) {
        return PlannedEvents.principal(id(address), kind, address);
    }

    /** Boris and the room are inside, guests are not. */
    private static final class People extends Directory {

        @Override
        public Map<CalendarAddress, Principal> byAddress(Collection<CalendarAddress> addresses) {
            var found = new HashMap<CalendarAddress, Principal>();
            if (addresses.contains(BORIS)) found.put(BORIS, principal(BORIS, Principal.Kind.USER));
            if (addresses.contains(VOLGA)) found.put(VOLGA, principal(VOLGA, Principal.Kind.ROOM));
            return found;
        }
    }

    private final class Choices extends SettingsOf {

        @Override
        public Map<UUID, PersonalSettings> of(Collection<Principal> principals) {
            var all = new HashMap<UUID, PersonalSettings>();
            for (var principal : principals) {
                all.put(principal.id(), chosen.getOrDefault(principal.id(), PersonalSettings.usual(principal)));
            }
            return all;
        }
    }
}
