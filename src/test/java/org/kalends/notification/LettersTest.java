package org.kalends.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.PlannedEvents;
import org.kalends.outbox.Queue;
import org.kalends.scheduling.RsvpLinks;

class LettersTest {

    private static final CalendarAddress ANNA = new CalendarAddress("anna@kalends.test");
    private static final CalendarAddress BORIS = new CalendarAddress("boris@kalends.test");
    private static final CalendarAddress GUEST = new CalendarAddress("guest@example.org");

    private final EventSeries planning = PlannedEvents.planning();
    private final EventSeries moved = planning.withMaster(
            planning.lead().withTiming(PlannedEvents.from(LocalDateTime.parse("2026-11-25T12:00:00"))));
    private final Letters letters = new Letters(
            new Reporter(new Inside(), PlannedEvents.settings()), PlannedEvents.settings(), new FixedLinks());

    @Test
    void theMethodOfTheBodyIsTheMethodOfThePart() {
        assertThat(invite(letter(NewsKind.INVITATION, Method.REQUEST, null, planning, BORIS)))
                .contains("METHOD:REQUEST\r\n");
        assertThat(invite(letter(NewsKind.CANCELLATION, Method.CANCEL, planning, null, BORIS)))
                .contains("METHOD:CANCEL\r\n");
        assertThat(invite(letter(NewsKind.ANSWER, Method.REPLY, null, planning, ANNA)))
                .contains("METHOD:REPLY\r\n");
    }

    @Test
    void theCalendarTextHasShortLinesThatEndInCrLf() {
        var text = invite(letter(NewsKind.INVITATION, Method.REQUEST, null, wordy(), BORIS));

        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("\r\n", -1)).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void theRecipientIsAmongTheAttendeesAndAskedForAnAnswer() {
        var text = invite(letter(NewsKind.INVITATION, Method.REQUEST, null, planning, GUEST))
                .replace("\r\n ", "");

        assertThat(text.lines().filter(line -> line.startsWith("ATTENDEE") && line.contains("guest@example.org")))
                .singleElement()
                .asString()
                .contains("RSVP=TRUE");
    }

    @Test
    void aCancelledEventIsMarkedSo() {
        var text = invite(letter(NewsKind.CANCELLATION, Method.CANCEL, planning, null, BORIS));

        assertThat(ICalendar.parse(text).lead().labels().status()).isEqualTo(Labels.Status.CANCELLED);
    }

    @Test
    void anAnswerNamesOnlyWhoAnswered() {
        var text = invite(letter(NewsKind.ANSWER, Method.REPLY, null, planning, ANNA));

        assertThat(ICalendar.parse(text).lead().attendees())
                .extracting(Attendee::address)
                .containsExactly(BORIS);
    }

    @Test
    void theSameMailHasTheSameIdAndFollowsTheOneBefore() {
        var letter = letter(NewsKind.CHANGE, Method.REQUEST, planning, moved, BORIS);
        var same = letter(NewsKind.CHANGE, Method.REQUEST, planning, moved, BORIS);

        assertThat(letter.thread().messageId()).matches("<[0-9a-f]{32}@kalends\\.test>");
        assertThat(same.thread()).isEqualTo(letter.thread());
        assertThat(letter.thread().replyTo()).isEqualTo("<last@kalends.test>");
        assertThat(letter.thread().references()).containsExactly("<first@kalends.test>", "<last@kalends.test>");
    }

    @Test
    void aGuestReadsTheEventsOwnTime() {
        var letter = letter(NewsKind.INVITATION, Method.REQUEST, null, planning, GUEST);

        assertThat(letter.words().subject()).contains("10:00–11:00 (MSK)");
        assertThat(letter.address().author().address()).isEqualTo(ANNA);
    }

    @Test
    void onlyPeopleInsideAreLedIntoTheCalendar() {
        assertThat(letter(NewsKind.INVITATION, Method.REQUEST, null, planning, BORIS)
                        .words()
                        .text())
                .contains("https://kalends.test/?uid=planning%40kalends.test");
        assertThat(letter(NewsKind.INVITATION, Method.REQUEST, null, planning, GUEST)
                        .words()
                        .text())
                .doesNotContain("?uid=");
    }

    private Letter letter(
            NewsKind kind,
            Method method,
            @Nullable EventSeries before,
            @Nullable EventSeries after,
            CalendarAddress recipient) {
        var actor = kind == NewsKind.ANSWER ? BORIS : ANNA;
        var home = new UUID(0, 1);
        var decided = new Decided(home, new UUID(0, 2), method, before, after, "Борис", actor, Instant.EPOCH);
        var task = new NewsTask(home, decided.id(), decided.id(), recipient, kind, null);
        var thread = List.of("<first@kalends.test>", "<last@kalends.test>");
        return letters.write(task, task.key(Queue.MAIL), new Reporter.Story(decided, decided), thread);
    }

    private static String invite(Letter letter) {
        return letter.invite().orElseThrow().ical();
    }

    private EventSeries wordy() {
        var details = planning.lead().details();
        return planning.withMaster(
                planning.lead().withDetails(details.withTitle("Очень длинное название встречи 🗓 ".repeat(20))));
    }

    /** Anna and Boris. */
    private static final class Inside extends Directory {

        @Override
        public Map<CalendarAddress, Principal> byAddress(Collection<CalendarAddress> addresses) {
            var found = new HashMap<CalendarAddress, Principal>();
            for (var address : List.of(ANNA, BORIS)) {
                if (addresses.contains(address)) {
                    var id = UUID.nameUUIDFromBytes(address.value().getBytes(StandardCharsets.UTF_8));
                    found.put(address, PlannedEvents.principal(id, Principal.Kind.USER, address));
                }
            }
            return found;
        }
    }

    /** Links without a database. */
    private static final class FixedLinks extends RsvpLinks {
        @Override
        public Secret issue(UUID home, EventSeries series, CalendarAddress invited) {
            return new Secret("token");
        }
    }
}
