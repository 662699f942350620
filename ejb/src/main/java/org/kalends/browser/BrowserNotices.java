package org.kalends.browser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.browser.Push.Urgency;
import org.kalends.browser.store.BrowserStore;
import org.kalends.event.ChangeNotice;
import org.kalends.figures.Figures;
import org.kalends.identity.Directory;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.Principal;
import org.kalends.notification.NewsTask;
import org.kalends.notification.Reporter;
import org.kalends.notification.Reporter.Story;
import org.kalends.notification.mute.Mute;
import org.kalends.notification.store.NewsStore;
import org.kalends.notification.wording.News;
import org.kalends.outbox.Queue;

/**
 * Tells people things in their browsers, each on its own: one whose push service is away holds up none, and is told
 * later without the others being told again.
 */
@ApplicationScoped
public class BrowserNotices {

    @Inject
    NewsStore news;

    @Inject
    Directory directory;

    @Inject
    Reporter reporter;

    @Inject
    Mute mute;

    @Inject
    BrowserStore browsers;

    @Inject
    Telling telling;

    @Inject
    Figures figures;

    /**
     * Tells news, in open windows too.
     *
     * @throws PushAway if some browsers are to be told another time
     */
    public void tell(NewsTask task) {
        if (mute.drops(Channel.BROWSER)) return;
        directory.byAddress(task.recipient()).ifPresent(reader -> {
            var report = reporter.report(task, Story.of(task, news));
            var key = task.key(Queue.BROWSER);
            var notice = NoticeWriter.write(report, tag(report, key));
            telling.inWindows(reader.id(), key, notice);
            push(reader.id(), key, notice, Urgency.NORMAL);
        });
    }

    /**
     * Pushes a reminder; windows ask for theirs themselves.
     *
     * @param tag by which a window shows the same reminder
     * @throws PushAway if some browsers are to be told another time
     */
    public void remind(Principal reader, String key, News report, String tag) {
        push(reader.id(), key, NoticeWriter.write(report, tag), Urgency.HIGH);
    }

    private void push(UUID reader, String key, ChangeNotice.News notice, Urgency urgency) {
        PushAway away = null;
        for (var registered : browsers.of(reader)) {
            try {
                telling.push(reader, registered.browser(), new Telling.Pushed(key, notice, urgency));
            } catch (PushAway e) {
                figures.count("kalends_pushes", new Tag("result", "delayed"));
                away = e;
            }
        }
        if (away != null) throw away;
    }

    /** What is outdated by the next is shown in its place. */
    private static String tag(News report, String key) {
        return report.kind().replacesCards() ? report.after().uid().value() : key;
    }
}
