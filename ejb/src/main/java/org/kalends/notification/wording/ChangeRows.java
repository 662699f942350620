package org.kalends.notification.wording;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.notification.domain.EventPair;
import org.kalends.notification.wording.EventView.Change;

/** The "what changed" box: per field the old and the new, in the reader's words and zone. */
final class ChangeRows {

    private static final int LONGEST_VALUE = 200;

    private final Texts texts;
    private final ZoneId zone;
    private final WhenText when;

    ChangeRows(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.when = new WhenText(texts);
    }

    List<Change> of(List<EventPair> pairs) {
        var rows = new ArrayList<Change>();
        for (var pair : pairs) rows.addAll(rows(pair, pairs.size() > 1));
        return rows;
    }

    private List<Change> rows(EventPair pair, boolean nameDate) {
        var id = pair.after().recurrenceId();
        var suffix = nameDate && id != null ? " (" + day(id) + ")" : "";
        var rows = new ArrayList<Change>();
        var sentence = new RecurrenceSentence(texts);
        add(rows, pair, "title" + suffix, component -> component.details().title());
        add(rows, pair, "when" + suffix, component -> when.of(component.timing(), zone));
        if (id == null) add(rows, pair, "repeats", sentence::of);
        addDropped(rows, pair);
        add(rows, pair, "place" + suffix, component -> component.details().location());
        add(rows, pair, "conference" + suffix, component -> {
            var link = component.details().conference();
            return link == null ? "" : link;
        });
        add(rows, pair, "description" + suffix, component -> component.details().description());
        if (id == null) add(rows, pair, "organizer", ChangeRows::organizer);
        addGuests(rows, pair);
        return rows;
    }

    private void add(List<Change> rows, EventPair pair, String key, Function<EventComponent, String> value) {
        var before = value.apply(pair.before());
        var after = value.apply(pair.after());
        if (before.equals(after)) return;
        int name = key.indexOf(' ') < 0 ? key.length() : key.indexOf(' ');
        rows.add(new Change(
                texts.say("label." + key.substring(0, name)) + key.substring(name), shown(before), shown(after)));
    }

    private void addDropped(List<Change> rows, EventPair pair) {
        var dropped = new ArrayList<>(pair.after().recurrence().excluded());
        dropped.removeAll(pair.before().recurrence().excluded());
        if (dropped.isEmpty()) return;
        var days = dropped.stream().sorted(comparing(EventTime::local)).map(this::day);
        rows.add(new Change(texts.say("label.dropped"), "", shown(days.collect(joining(", ")))));
    }

    private void addGuests(List<Change> rows, EventPair pair) {
        var added = names(pair.after(), pair.before());
        var removed = names(pair.before(), pair.after());
        if (!added.isEmpty()) rows.add(new Change(texts.say("label.added"), "", shown(added)));
        if (!removed.isEmpty()) rows.add(new Change(texts.say("label.removed"), shown(removed), ""));
    }

    private static String organizer(EventComponent component) {
        var organizer = component.organizer();
        if (organizer == null) return "";
        return organizer.name().isBlank() ? organizer.address().value() : organizer.name();
    }

    private static String names(EventComponent present, EventComponent absent) {
        var known = absent.attendees().stream().map(Attendee::address).toList();
        return present.attendees().stream()
                .filter(attendee -> !known.contains(attendee.address()))
                .map(PlainText::nameOf)
                .collect(joining(", "));
    }

    private String day(EventTime id) {
        return when.day(id.match(
                day -> day.date(),
                zoned -> zoned.local()
                        .atZone(zoned.zone())
                        .withZoneSameInstant(zone)
                        .toLocalDate(),
                floating -> floating.local().toLocalDate()));
    }

    private String shown(String value) {
        return value.isBlank() ? texts.say("nothing") : PlainText.cut(PlainText.safe(value), LONGEST_VALUE);
    }
}
