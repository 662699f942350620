package org.kalends.event.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kalends.event.Scope;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Events;
import org.kalends.icalendar.Timing;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.time.Interval;

/** Chains of changes against a model that keeps a list of meetings and knows of no rules. */
class SeriesEditPropertiesTest {

    private static final List<String> RULES = List.of(
            "FREQ=DAILY;COUNT=9",
            "FREQ=DAILY;INTERVAL=3;COUNT=7",
            "FREQ=WEEKLY;COUNT=6",
            "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=5",
            "FREQ=DAILY;UNTIL=20261108T235959Z");
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Moscow"), ZoneId.of("America/New_York"));
    private static final Interval RANGE =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));

    /** @param scope null to delete the instance alone; */
    record Edit(@Nullable Scope scope, int series, int instance, Duration by, @Nullable String title) {}

    @Provide
    Arbitrary<Edit> edits() {
        return Combinators.combine(
                        Arbitraries.of(Scope.class).injectNull(0.2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(0, 0, 1, -2, 24, -48, 73).map(Duration::ofHours),
                        Arbitraries.of("Alpha", "Beta").injectNull(0.5))
                .as(Edit::new);
    }

    @Property(tries = 400)
    void aChainOfChangesLeavesTheMeetingsThatAListOfThemWouldHold(
            @ForAll @IntRange(min = 0, max = 5) int rule,
            @ForAll @IntRange(min = 0, max = 1) int zone,
            @ForAll @Size(min = 1, max = 5) List<@From("edits") Edit> edits) {
        var series = new ArrayList<>(
                List.of(Events.series(Events.hour("2026-10-20T12:00:00", ZONES.get(zone)), RULES.get(rule))));
        var model = new ArrayList<>(List.of(Model.of(series.get(0))));
        for (var edit : edits) {
            int at = edit.series() % series.size();
            var modelled = model.get(at);
            int index = edit.instance() % modelled.meetings.size();
            var id = new EventTime.Zoned(modelled.meetings.get(index).slot, ZONES.get(zone));
            if (edit.scope() == null) {
                if (modelled.meetings.size() == 1) continue;
                series.set(at, Instances.exclude(series.get(at), id).orElseThrow());
                modelled.meetings.remove(index);
            } else {
                var done = done(series.get(at), id, edit.scope(), edit);
                series.set(at, done.past().after());
                if (done.future() != null) series.add(done.future().after());
                modelled.change(edit.scope(), index, edit).forEach(model::add);
            }
        }
        assertThat(series.stream().flatMap(SeriesEditPropertiesTest::shown))
                .containsExactlyInAnyOrderElementsOf(
                        model.stream().flatMap(Model::shown).toList());
    }

    private static SeriesEdit done(EventSeries series, EventTime id, Scope scope, Edit edit) {
        var found = Instances.find(series, id.instant(ZoneOffset.UTC)).orElseThrow();
        return SeriesEdit.of(series, scope, found, before -> applied(before, edit), new Uid("later@kalends.test"));
    }

    private static EventComponent applied(EventComponent before, Edit edit) {
        var title = edit.title();
        var named = title == null ? before : before.withDetails(before.details().withTitle(title));
        return named.withTiming(new Timing(
                later(before.timing().start(), edit), later(before.timing().end(), edit)));
    }

    private static EventTime later(EventTime time, Edit edit) {
        var zoned = (EventTime.Zoned) time;
        return new EventTime.Zoned(zoned.local().plus(edit.by()), zoned.zone());
    }

    private static Stream<String> shown(EventSeries series) {
        return Expander.expand(series, RANGE, ZoneOffset.UTC).stream()
                .map(i -> i.component().details().title() + " "
                        + i.timing().start().local());
    }

    /** One meeting: when the series has it, when it is, what it is called. */
    private static final class Meeting {
        private LocalDateTime slot;
        private LocalDateTime start;
        private String title;

        Meeting(LocalDateTime slot, String title) {
            this.slot = slot;
            this.start = slot;
            this.title = title;
        }

        void alone(Edit edit) {
            start = start.plus(edit.by());
            if (edit.title() != null) title = edit.title();
        }

        void withAll(Edit edit, String common) {
            if (start.equals(slot)) start = start.plus(edit.by());
            slot = slot.plus(edit.by());
            if (edit.title() != null && title.equals(common)) title = edit.title();
        }
    }

    private static final class Model {
        private final List<Meeting> meetings;
        private String title;

        private Model(List<Meeting> meetings, String title) {
            this.meetings = meetings;
            this.title = title;
        }

        static Model of(EventSeries series) {
            var title = series.lead().details().title();
            return new Model(
                    new ArrayList<>(Expander.expand(series, RANGE, ZoneOffset.UTC).stream()
                            .map(i -> new Meeting(i.timing().start().local(), title))
                            .toList()),
                    title);
        }

        /** The part that is split off, if one is. */
        Stream<Model> change(Scope scope, int index, Edit edit) {
            if (scope == Scope.THIS) {
                meetings.get(index).alone(edit);
                return Stream.empty();
            }
            if (scope == Scope.ALL || index == 0) {
                all(index, edit);
                return Stream.empty();
            }
            var later = new Model(new ArrayList<>(meetings.subList(index, meetings.size())), title);
            meetings.subList(index, meetings.size()).clear();
            later.all(0, edit);
            return Stream.of(later);
        }

        private void all(int index, Edit edit) {
            var done = meetings.get(index);
            var start = done.start.plus(edit.by());
            meetings.forEach(meeting -> meeting.withAll(edit, title));
            done.start = start;
            if (edit.title() != null) done.title = title = edit.title();
        }

        Stream<String> shown() {
            return meetings.stream().map(meeting -> meeting.title + " " + meeting.start);
        }
    }
}
