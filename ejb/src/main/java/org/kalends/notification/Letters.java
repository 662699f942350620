package org.kalends.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.codec.ICalendar;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.MailRenderer;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.mail.MessageIds;
import org.kalends.notification.wording.News;
import org.kalends.scheduling.RsvpLinks;

/** Writes the letter of a task: the news in a mail, in which thread, with which invitation. */
@Dependent
public class Letters {

    private final Reporter reporter;
    private final MailSettings settings;
    private final RsvpLinks rsvp;
    private final MessageIds ids;
    private final MailRenderer renderer = new MailRenderer();

    @Inject
    public Letters(Reporter reporter, MailSettings settings, RsvpLinks rsvp) {
        this.reporter = reporter;
        this.rsvp = rsvp;
        this.settings = settings;
        this.ids = new MessageIds(settings.domain());
    }

    /**
     * The letter.
     *
     * @param thread Message-IDs of the first and the last mail of the thread; empty for the first mail
     */
    Letter write(NewsTask task, String key, Reporter.Story story, List<String> thread) {
        var report = reporter.report(task, story);
        var reader = report.reader();
        var series = report.after();
        return new Letter(
                new Letter.Address(
                        report.author(), task.recipient(), reader.language(), series.uid(), automaticAnswers(task)),
                ids.conversation(task.home() + "/" + key, thread),
                renderer.render(report.withLinks(links(task, report))),
                invite(task, story.latest().method(), series));
    }

    private static Letter.AutomaticAnswers automaticAnswers(NewsTask task) {
        return switch (task.kind()) {
            case ANSWER, PROPOSAL_DECLINED, STATE_ASKED, FAILURE, ROOM_ASKED, REMINDER -> Letter.AutomaticAnswers
                    .SUPPRESSED;
            case INVITATION, AWAITED, CHANGE, CANCELLATION, HANDOVER -> Letter.AutomaticAnswers.WELCOME;
        };
    }

    /** Everybody can answer by link; the event itself opens for those inside. */
    private News.Links links(NewsTask task, News report) {
        if (task.kind() == NewsKind.ROOM_ASKED || task.kind() == NewsKind.HANDOVER) return report.links();
        // what asks has answers to choose from
        if (method(task.kind(), Method.REPLY).filter(Method.REQUEST::equals).isEmpty()) return News.Links.NONE;
        var token = rsvp.issue(task.home(), report.after(), task.recipient()).value();
        var page = settings.baseUrl() + "/rsvp/" + token + "?answer=";
        var answers = new News.Answers(
                URI.create(page + "accepted"), URI.create(page + "tentative"), URI.create(page + "declined"));
        return new News.Links(answers, report.links().event(), null);
    }

    private static Optional<Letter.Invite> invite(NewsTask task, Method decided, EventSeries series) {
        var told = decided == Method.COUNTER ? series.each(Letters::proposed) : series;
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
            case ANSWER, PROPOSAL_DECLINED, STATE_ASKED -> Optional.of(decided);
            case FAILURE, ROOM_ASKED, REMINDER, HANDOVER -> Optional.empty();
        };
    }
}
