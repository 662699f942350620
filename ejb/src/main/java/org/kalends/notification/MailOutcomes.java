package org.kalends.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kalends.figures.Figures;
import org.kalends.icalendar.Uid;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.SmtpRelay;
import org.kalends.notification.store.MailLog;
import org.kalends.scheduling.DeliveryResults;
import org.kalends.scheduling.domain.ScheduleStatus;

/** What became of mails: remembered, counted, and told to the organizer where it went wrong. */
@Dependent
public class MailOutcomes {

    private final MailLog log;
    private final FailureNotes failures;
    private final DeliveryResults results;
    private final Figures figures;

    @Inject
    public MailOutcomes(MailLog log, FailureNotes failures, DeliveryResults results, Figures figures) {
        this.log = log;
        this.failures = failures;
        this.results = results;
        this.figures = figures;
    }

    /** Of these no line of the event says what came of them. */
    private static final Set<NewsKind> UNSCHEDULED =
            EnumSet.of(NewsKind.FAILURE, NewsKind.CANCELLATION, NewsKind.ROOM_ASKED, NewsKind.STATE_ASKED);

    /** Message-IDs of the first and the last mail that the reader got about the event. */
    List<String> thread(NewsTask task, Uid uid) {
        return log.thread(task.home(), uid, task.recipient());
    }

    void remember(NewsTask task, String key, Letter letter, SmtpRelay.Answer answer) {
        if (answer instanceof SmtpRelay.Answer.Refused refused) {
            log.add(entry(task, key, letter, MailLog.Outcome.REFUSED, refused.reason()));
            figures.count("kalends_mails_failed");
        } else {
            log.add(entry(task, key, letter, MailLog.Outcome.SENT, ""));
            figures.count("kalends_mails_sent");
        }
    }

    void tell(NewsTask task, Decided decided, SmtpRelay.Answer answer) {
        boolean refused = answer instanceof SmtpRelay.Answer.Refused;
        if (refused) failures.tell(task, decided);
        if (UNSCHEDULED.contains(task.kind())) return;
        var status = refused ? ScheduleStatus.FAILED : ScheduleStatus.SENT;
        results.mailed(task.home(), decided.series().uid(), task.recipient(), status);
    }

    private static MailLog.Entry entry(
            NewsTask task, String key, Letter letter, MailLog.Outcome outcome, String detail) {
        var id = letter.thread().messageId();
        return new MailLog.Entry(task, key, letter.address().uid(), id, outcome, detail);
    }
}
