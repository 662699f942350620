package org.kalends.reminder;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.Principal;
import org.kalends.notification.NewsKind;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.wording.News;
import org.kalends.reminder.domain.AlarmTimes.Going;

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

    /** Whom it reminds, and of which instance by which alarm. */
    record Still(Readers.Reader reader, Going going) {}

    /** Whom it reminds, and what he is told. */
    record Told(Principal reader, News news) {}

    /** Those that are still so; two statements for all of them. */
    Map<Reminder, Still> each(Collection<Reminder> reminders, Channel channel) {
        var found = readers.of(
                reminders.stream().map(Reminder::home).toList(),
                reminders.stream().map(Reminder::object).toList());
        return reminders.stream()
                .distinct()
                .flatMap(reminder -> Stream.ofNullable(found.get(reminder.reader()))
                        .flatMap(reader ->
                                still(reminder, reader, channel).stream().map(still -> Map.entry(reminder, still))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Empty when it is not so any more. */
    Optional<Told> of(Reminder reminder, Channel channel) {
        return Optional.ofNullable(each(List.of(reminder), channel).get(reminder))
                .map(this::told);
    }

    private Optional<Still> still(Reminder reminder, Readers.Reader reader, Channel channel) {
        return reader.times().at(reminder.due()).stream()
                .filter(going -> going.alarm().channel() == channel)
                .filter(going -> reminder.isOf(going.instance()))
                .filter(going -> going.matters(clock.instant()))
                .map(going -> new Still(reader, going))
                .findFirst();
    }

    private Told told(Still still) {
        var reader = still.reader().person().principal();
        var uid = still.reader().times().series().uid();
        var series = EventSeries.of(uid, Instances.override(still.going().instance()));
        var sender = new News.Person("Kalends", settings.from());
        var to = new News.Reader(reader.address(), reader.language(), reader.zone());
        var links = new News.Links(null, settings.link(uid), null);
        return new Told(reader, new News(NewsKind.REMINDER, null, series, sender, to, links));
    }
}
