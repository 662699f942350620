package org.kalends.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.MailRenderer;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.mail.MessageIds;
import org.kalends.notification.wording.News;
import org.kalends.scheduling.RsvpLinks;

/** Writes the letter of a task: who speaks, to whom, in which language and zone, in which thread. */
@Dependent
public class Letters {

    private final Directory directory;
    private final MailSettings settings;
    private final RsvpLinks rsvp;
    private final MessageIds ids;
    private final MailRenderer renderer = new MailRenderer();

    @Inject
    public Letters(Directory directory, MailSettings settings, RsvpLinks rsvp) {
        this.directory = directory;
        this.rsvp = rsvp;
        this.settings = settings;
        this.ids = new MessageIds(settings.domain());
    }

    /** From the first decision that the reader has not heard of to the last; often the same. */
    record Story(Decided since, Decided latest) {}

    /**
     * The letter.
     *
     * @param thread Message-IDs of the first and the last mail of the thread; empty for the first mail
     */
    Letter write(NewsTask task, String key, Story story, List<String> thread) {
        var series = told(task, story.latest());
        var author = author(task, story.latest());
        var inside = directory.byAddress(
                Stream.of(task.recipient(), author.address()).distinct().toList());
        var reader = reader(task.recipient(), inside, series);
        var before = task.kind() == NewsKind.CHANGE ? story.since().before() : null;
        var news = new News(task.kind(), before, series, author, reader, links(task, inside, series));
        return new Letter(
                new Letter.Address(author, task.recipient(), reader.language(), series.uid(), automaticAnswers(task)),
                ids.conversation(task.home() + "/" + key, thread),
                renderer.render(news),
                invite(task, story.latest().method(), series));
    }

    private static Letter.AutomaticAnswers automaticAnswers(NewsTask task) {
        return switch (task.kind()) {
            case ANSWER, PROPOSAL_DECLINED, FAILURE, ROOM_ASKED, REMINDER -> Letter.AutomaticAnswers.SUPPRESSED;
            case INVITATION, AWAITED, CHANGE, CANCELLATION -> Letter.AutomaticAnswers.WELCOME;
        };
    }

    /** The state that the mail is about; a cancelled event as it was, marked so; what is between two with its attendee. */
    private static EventSeries told(NewsTask task, Decided decided) {
        var series = decided.series();
        if (task.kind() == NewsKind.CANCELLATION) return each(series, component -> cancelled(component, decided.at()));
        return switch (task.kind()) {
            case ANSWER -> only(series, decided.actorAddress());
            case PROPOSAL_DECLINED -> only(series, task.recipient());
            default -> series;
        };
    }

    private static EventSeries only(EventSeries series, CalendarAddress address) {
        return each(
                series,
                component -> component.withAttendees(component.attendees().stream()
                        .filter(attendee -> attendee.address().equals(address))
                        .toList()));
    }

    private static EventSeries each(EventSeries series, UnaryOperator<EventComponent> edit) {
        var master = series.master();
        return series.withMaster(master == null ? null : edit.apply(master))
                .withOverrides(series.overrides().stream().map(edit).toList());
    }

    /** One revision on, or calendars that saw the last one would pass it over (RFC 5546, 2.1.4). */
    private static EventComponent cancelled(EventComponent component, Instant at) {
        var revision = component.revision();
        return component
                .withRevision(revision.touched(at).withSequence(revision.sequence() + 1))
                .withLabels(component.labels().withStatus(Labels.Status.CANCELLED));
    }

    private static News.Person author(NewsTask task, Decided decided) {
        if (task.undelivered() != null)
            return new News.Person(task.undelivered().value(), task.undelivered());
        var organizer = decided.series().lead().organizer();
        if (task.kind() == NewsKind.ANSWER || organizer == null) {
            return new News.Person(decided.actorName(), decided.actorAddress());
        }
        var name = organizer.name().isBlank() ? organizer.address().value() : organizer.name();
        return new News.Person(name, organizer.address());
    }

    private static News.Reader reader(
            CalendarAddress address, Map<CalendarAddress, Principal> inside, EventSeries series) {
        var principal = inside.get(address);
        if (principal != null) return new News.Reader(address, principal.language(), principal.zone());
        var language =
                inside.values().stream().findFirst().map(Principal::language).orElse(Locale.ENGLISH);
        return new News.Reader(address, language, zone(series));
    }

    /** Where the event is at home; a guest's own zone is not known. */
    private static ZoneId zone(EventSeries series) {
        return series.lead().timing().start() instanceof EventTime.Zoned zoned ? zoned.zone() : ZoneOffset.UTC;
    }

    /** Everybody can answer by link; the event itself opens for those inside. */
    private News.Links links(NewsTask task, Map<CalendarAddress, Principal> inside, EventSeries series) {
        if (task.kind() == NewsKind.ROOM_ASKED) return new News.Links(null, URI.create(settings.baseUrl() + "/"), null);
        // what asks has answers to choose from
        if (method(task.kind(), Method.REPLY).filter(Method.REQUEST::equals).isEmpty()) return News.Links.NONE;
        var token = rsvp.issue(task.home(), series, task.recipient()).value();
        var page = settings.baseUrl() + "/rsvp/" + token + "?answer=";
        var answers = new News.Answers(
                URI.create(page + "accepted"), URI.create(page + "tentative"), URI.create(page + "declined"));
        var event = inside.containsKey(task.recipient()) ? settings.link(series.uid()) : null;
        return new News.Links(answers, event, null);
    }

    private static Optional<Letter.Invite> invite(NewsTask task, Method decided, EventSeries series) {
        var told = decided == Method.COUNTER ? each(series, Letters::proposed) : series;
        return method(task.kind(), decided).map(method -> new Letter.Invite(method, ICalendar.message(method, told)));
    }

    /** The event as the attendee would have it (RFC 5546, 3.2.7). */
    private static EventComponent proposed(EventComponent component) {
        return component.attendees().stream()
                .flatMap(attendee -> Stream.ofNullable(attendee.proposed()))
                .findFirst()
                .map(component::withTiming)
                .orElse(component);
    }

    private static Optional<Method> method(NewsKind kind, Method decided) {
        return switch (kind) {
            case INVITATION, AWAITED, CHANGE -> Optional.of(Method.REQUEST);
            case CANCELLATION -> Optional.of(Method.CANCEL);
            case ANSWER, PROPOSAL_DECLINED -> Optional.of(decided);
            case FAILURE, ROOM_ASKED, REMINDER -> Optional.empty();
        };
    }
}
