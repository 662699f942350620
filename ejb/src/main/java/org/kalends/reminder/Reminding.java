package org.kalends.reminder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.Trigger;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.PersonalSettings.Notice;
import org.kalends.identity.SettingsOf;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.reminder.Readers.Reader;
import org.kalends.reminder.domain.AlarmTimes.Going;
import org.kalends.reminder.store.AlarmStore;
import org.kalends.reminder.store.AlarmStore.Locked;

/**
 * Looks at what is due: reads the whole event, and what is true of it still goes to its channels, in one transaction with
 * the row that remembers it. What comes twice finds no row and changes nothing.
 */
@Stateless
public class Reminding {

    /** Whoever was away for longer is not told of everything that he missed. */
    private static final Duration LATEST = Duration.ofHours(24);

    @Inject
    AlarmStore alarms;

    @Inject
    Readers readers;

    @Inject
    SettingsOf settings;

    @Inject
    Outbox outbox;

    @Inject
    MetricRegistry metrics;

    /** All of them that are still so. */
    public void remind(List<Due> briefs) {
        var locked = alarms.lock(briefs);
        var early = locked.stream().filter(Locked::early).map(Locked::due).toList();
        if (!early.isEmpty()) alarms.giveBack(early, Duration.ZERO);
        var due = locked.stream().filter(one -> !one.early()).toList();
        if (due.isEmpty()) return;
        var found = readers.of(each(due, Due::home), each(due, Due::object));
        var chosen = settings.of(found.values().stream()
                .map(reader -> reader.person().principal())
                .distinct()
                .toList());
        var messages = new ArrayList<OutboxMessage>();
        var next = new ArrayList<Due>();
        for (var one : due) {
            var reader = found.get(one.due().key());
            if (reader == null) continue;
            messages.addAll(messages(one, reader, chosen));
            next(one, reader).ifPresent(next::add);
        }
        outbox.add(messages);
        alarms.roll(due.stream().map(Locked::due).toList(), next, HandingOver.AHEAD);
        due.forEach(one -> metrics.timer("kalends_reminders_lateness")
                .update(Duration.between(one.due().at(), one.now())));
    }

    private static List<OutboxMessage> messages(Locked one, Reader reader, Map<UUID, PersonalSettings> chosen) {
        var due = one.due();
        var own = chosen.get(due.user());
        if (own != null && !own.wants(Notice.REMINDER, PersonalSettings.Channel.MAIL)) return List.of();
        return reader.times().at(due.at()).stream()
                .filter(going -> going.alarm().channel() == Channel.MAIL)
                .filter(going -> toCome(going, one.now()))
                .map(going -> reminder(due, going))
                .distinct()
                .map(reminder -> message(reminder, one.now()))
                .toList();
    }

    /** Nobody is reminded of what is over; but an alarm may stand after the end. */
    private static boolean toCome(Going going, Instant now) {
        var end = going.instance().period().end();
        return end.isAfter(now) || going.alarm().triggers().stream().anyMatch(Reminding::afterEnd);
    }

    private static boolean afterEnd(Trigger trigger) {
        return trigger instanceof Trigger.FromEnd end && !end.offset().isNegative();
    }

    private static Reminder reminder(Due due, Going going) {
        var instance = going.instance().recurrenceId().instant(ZoneOffset.UTC);
        return new Reminder(due.home(), due.object(), due.user(), due.at(), instance);
    }

    private static OutboxMessage message(Reminder reminder, Instant now) {
        return new OutboxMessage(reminder.user(), Queue.REMINDER_MAIL, reminder.key(), reminder, now);
    }

    private static Optional<Due> next(Locked one, Reader reader) {
        var due = one.due();
        var missed = one.now().minus(LATEST);
        var after = due.at().isBefore(missed) ? missed : due.at();
        return reader.times().next(after).map(at -> new Due(due.home(), due.object(), due.user(), at));
    }

    private static Collection<UUID> each(List<Locked> due, Function<Due, UUID> part) {
        return due.stream().map(one -> part.apply(one.due())).toList();
    }
}
