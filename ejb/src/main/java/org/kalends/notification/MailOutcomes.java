package org.kalends.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.kalends.icalendar.Uid;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.SmtpRelay;
import org.kalends.notification.store.MailLog;

/** What became of mails: remembered, counted, and told to the organizer where it went wrong. */
@Dependent
public class MailOutcomes {

    private final MailLog log;
    private final FailureNotes failures;
    private final MetricRegistry metrics;

    @Inject
    public MailOutcomes(MailLog log, FailureNotes failures, MetricRegistry metrics) {
        this.log = log;
        this.failures = failures;
        this.metrics = metrics;
    }

    /** Message-IDs of the first and the last mail that the reader got about the event. */
    List<String> thread(MailTask task, Uid uid) {
        return log.thread(task.home(), uid, task.recipient());
    }

    void remember(MailTask task, String key, Letter letter, SmtpRelay.Answer answer) {
        if (answer instanceof SmtpRelay.Answer.Refused refused) {
            log.add(entry(task, key, letter, MailLog.Outcome.REFUSED, refused.reason()));
            metrics.counter("kalends_mails_failed").inc();
        } else {
            log.add(entry(task, key, letter, MailLog.Outcome.SENT, ""));
            metrics.counter("kalends_mails_sent").inc();
        }
    }

    void tell(MailTask task, Decided decided, SmtpRelay.Answer answer) {
        if (answer instanceof SmtpRelay.Answer.Refused) failures.tell(task, decided);
    }

    private static MailLog.Entry entry(
            MailTask task, String key, Letter letter, MailLog.Outcome outcome, String detail) {
        var id = letter.thread().messageId();
        return new MailLog.Entry(task, key, letter.address().uid(), id, outcome, detail);
    }
}
