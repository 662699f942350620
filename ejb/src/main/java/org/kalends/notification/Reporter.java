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
import java.util.stream.Stream;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Organizer;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.store.NewsStore;
import org.kalends.notification.wording.News;

/** Says what a task tells: who speaks, to whom, in which language and zone, of which state. */
@Dependent
public class Reporter {

    private final Directory directory;
    private final MailSettings settings;

    @Inject
    public Reporter(Directory directory, MailSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** From the first decision that the reader has not heard of to the last; often the same. */
    public record Story(Decided since, Decided latest) {

        /**
         * That of a task.
         *
         * @throws IllegalStateException if it is gone
         */
        public static Story of(NewsTask task, NewsStore news) {
            var known = news.find(task.home(), List.of(task.news(), task.since()));
            var latest = known.get(task.news());
            var since = known.get(task.since());
            if (latest == null || since == null) throw new IllegalStateException("The news are gone: " + task);
            return new Story(since, latest);
        }
    }

    /** The event opens for those inside. */
    public News report(NewsTask task, Story story) {
        var series = told(task, story.latest());
        var author = author(task, story.latest());
        var inside = directory.byAddress(
                Stream.of(task.recipient(), author.address()).distinct().toList());
        var reader = reader(task.recipient(), inside, series);
        var before = task.kind() == NewsKind.CHANGE ? story.since().before() : null;
        var event = inside.containsKey(task.recipient()) ? settings.link(series.uid()) : null;
        var link = task.kind() == NewsKind.ROOM_ASKED ? URI.create(settings.baseUrl() + "/") : event;
        return new News(task.kind(), before, series, author, reader, new News.Links(null, link, null));
    }

    /** How an invitation stands for somebody inside: of his own copy. */
    public News standing(Principal reader, EventSeries copy) {
        var organizer = copy.lead().organizer();
        var author = organizer == null ? new News.Person(reader.name(), reader.address()) : person(organizer);
        var to = new News.Reader(reader.address(), reader.language(), reader.zone());
        return new News(
                NewsKind.INVITATION, null, copy, author, to, new News.Links(null, settings.link(copy.uid()), null));
    }

    /** The state that it is about; a cancelled event as it was, marked so; what is between two with its attendee. */
    private static EventSeries told(NewsTask task, Decided decided) {
        var series = decided.series();
        if (task.kind() == NewsKind.CANCELLATION) return series.each(component -> cancelled(component, decided.at()));
        return switch (task.kind()) {
            case ANSWER, STATE_ASKED -> only(series, decided.actorAddress());
            case PROPOSAL_DECLINED -> only(series, task.recipient());
            default -> series;
        };
    }

    private static EventSeries only(EventSeries series, CalendarAddress address) {
        return series.each(component -> component.withAttendees(component.attendees().stream()
                .filter(attendee -> attendee.address().equals(address))
                .toList()));
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
        if (task.kind() == NewsKind.ANSWER || task.kind() == NewsKind.STATE_ASKED || organizer == null) {
            return new News.Person(decided.actorName(), decided.actorAddress());
        }
        return person(organizer);
    }

    private static News.Person person(Organizer organizer) {
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
}
