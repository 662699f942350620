package org.kalends.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.Principal;
import org.kalends.notification.NewsKind;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.wording.News;

/**
 * What of a reminder is true still when it is told. The event is read once more: the channel may have been away while it
 * was moved, and nobody is to be told when it is over.
 */
@ApplicationScoped
class Standing {

    @Inject
    Readers readers;

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    /** Whom it reminds, and what he is told. */
    record Told(Principal reader, News news) {}

    /** Empty when it is not so any more. */
    Optional<Told> of(Reminder reminder, Channel channel) {
        var found = readers.of(List.of(reminder.home()), List.of(reminder.object()));
        return Optional.ofNullable(found.get(reminder.reader())).flatMap(reader -> {
            var times = reader.times();
            return times.at(reminder.due()).stream()
                    .filter(going -> going.alarm().channel() == channel)
                    .filter(going -> reminder.isOf(going.instance()))
                    .filter(going -> going.matters(clock.instant()))
                    .map(going -> EventSeries.of(times.uid(), Instances.override(going.instance())))
                    .map(series -> told(reader.person().principal(), series))
                    .findFirst();
        });
    }

    private Told told(Principal reader, EventSeries series) {
        var sender = new News.Person("Kalends", settings.from());
        var to = new News.Reader(reader.address(), reader.language(), reader.zone());
        var links = new News.Links(null, settings.link(series.uid()), null);
        return new Told(reader, new News(NewsKind.REMINDER, null, series, sender, to, links));
    }
}
