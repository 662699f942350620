package org.kalends.notification.wording;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.notification.NewsKind;
import org.kalends.notification.domain.EventPair;
import org.kalends.notification.wording.EventView.Button;
import org.kalends.notification.wording.EventView.Guest;

/** Makes the words of one mail's view. */
final class EventViews {

    private static final int SHOWN_GUESTS = 50;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final List<String> LABELS = List.of(
            "changed",
            "when",
            "proposed",
            "accept",
            "repeats",
            "place",
            "conference",
            "comment",
            "description",
            "organizer",
            "guests",
            "join",
            "open",
            "reply");

    private final Texts texts;
    private final News news;
    private final WhenText when;

    EventViews(Texts texts, News news) {
        this.texts = texts;
        this.news = news;
        this.when = new WhenText(texts);
    }

    EventView of(EventComponent focus, List<EventPair> pairs) {
        var details = focus.details();
        boolean cancelled =
                news.kind() == NewsKind.CANCELLATION || focus.labels().status() == Labels.Status.CANCELLED;
        return new EventView(
                texts.language().getLanguage(),
                labels(),
                texts.say(
                        "heading." + NewsWords.key(news),
                        PlainText.line(news.author().name())),
                NewsWords.title(texts, focus),
                cancelled,
                cancelled ? List.of() : new ChangeRows(texts, news.reader().zone()).of(pairs),
                instance(focus),
                when(focus),
                proposed(),
                focus.recurrence().repeats() ? new RecurrenceSentence(texts).of(focus) : null,
                given(PlainText.line(details.location())),
                PlainText.link(details.conference()).orElse(null),
                comment(),
                organizer(focus),
                guests(focus),
                focus.attendees().size() > SHOWN_GUESTS
                        ? texts.say("guests.more", focus.attendees().size() - SHOWN_GUESTS)
                        : null,
                given(PlainText.cut(PlainText.safe(details.description()).strip(), LONGEST_DESCRIPTION)),
                buttons(),
                link(news.links().event()),
                link(news.links().settings()),
                footer(focus),
                texts.say("footer.settings"));
    }

    private Map<String, String> labels() {
        return LABELS.stream().collect(toMap(name -> name, name -> texts.say("label." + name)));
    }

    private @Nullable String instance(EventComponent focus) {
        var id = focus.recurrenceId();
        if (id == null || news.kind() == NewsKind.REMINDER) return null;
        var zone = news.reader().zone();
        var day = id.allDay() || id instanceof EventTime.Floating
                ? id.local().toLocalDate()
                : id.instant(zone).atZone(zone).toLocalDate();
        return texts.say("instance", when.day(day));
    }

    private List<String> when(EventComponent focus) {
        var lines = new ArrayList<String>();
        lines.add(when.of(focus.timing(), news.reader().zone()));
        if (focus.timing().start() instanceof EventTime.Zoned start) {
            var elsewhere = start.instant(start.zone()).atZone(start.zone());
            var here = elsewhere.withZoneSameInstant(news.reader().zone());
            boolean utc = start.zone().normalized().equals(ZoneOffset.UTC);
            if (!utc && !here.toLocalDateTime().equals(elsewhere.toLocalDateTime())) {
                lines.add(when.of(focus.timing(), start.zone()));
            }
        }
        return lines;
    }

    /** In the reader's zone; how he accepts it is said beside it. */
    private @Nullable String proposed() {
        var time = news.kind() == NewsKind.ANSWER ? news.answer().proposed() : null;
        return time == null ? null : when.of(time, news.reader().zone());
    }

    private @Nullable String comment() {
        if (news.kind() != NewsKind.ANSWER) return null;
        var said = news.answer().comment();
        return said == null ? null : given(PlainText.cut(PlainText.safe(said).strip(), LONGEST_DESCRIPTION));
    }

    private @Nullable String organizer(EventComponent focus) {
        var organizer = focus.organizer();
        if (organizer == null) return null;
        var name = PlainText.line(organizer.name());
        var address = organizer.address().value();
        return name.isEmpty() ? address : name + " <" + address + ">";
    }

    private List<Guest> guests(EventComponent focus) {
        return focus.attendees().stream()
                .limit(SHOWN_GUESTS)
                .map(attendee -> new Guest(name(attendee), texts.say("answer." + token(attendee))))
                .toList();
    }

    private String name(Attendee attendee) {
        var name = PlainText.nameOf(attendee);
        return attendee.role() == Attendee.Role.OPTIONAL ? name + " (" + texts.say("guest.optional") + ")" : name;
    }

    private List<Button> buttons() {
        var answers = news.links().answers();
        if (answers == null) return List.of();
        return Stream.of(
                        new Button(texts.say("reply.accepted"), answers.accept().toString(), "#1f6f5b"),
                        new Button(
                                texts.say("reply.tentative"),
                                answers.tentative().toString(),
                                "#57606a"),
                        new Button(
                                texts.say("reply.declined"), answers.decline().toString(), "#b42318"))
                .toList();
    }

    private String footer(EventComponent focus) {
        var organizer = focus.organizer();
        if (news.kind() == NewsKind.REMINDER) return texts.say("footer.reminder");
        if (organizer == null || organizer.address().equals(news.reader().address())) {
            return texts.say("footer.organizer");
        }
        var name = PlainText.line(organizer.name());
        return texts.say("footer.guest", name.isEmpty() ? organizer.address().value() : name);
    }

    private static String token(Attendee attendee) {
        return attendee.status().token().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String link(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text;
    }
}
