package org.kalends.reminder;

import static java.util.stream.Collectors.toCollection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;
import org.kalends.browser.store.BrowserStore;
import org.kalends.figures.Figures;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.PersonalSettings.Notice;
import org.kalends.identity.SettingsOf;
import org.kalends.messenger.MessengerSettings;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.reminder.domain.AlarmTimes;
import org.kalends.reminder.domain.AlarmTimes.Going;
import org.kalends.reminder.store.AlarmStore;
import org.kalends.reminder.store.AlarmStore.Locked;
import org.kalends.reminder.store.OpenReminderStore;

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
    MessengerSettings messenger;

    @Inject
    OpenReminderStore open;

    @Inject
    BrowserStore browsers;

    @Inject
    Outbox outbox;

    @Inject
    Figures figures;

    /** All of them that are still so. */
    public void remind(List<Due> briefs) {
        var locked = alarms.lock(briefs);
        var early = locked.stream().filter(Locked::early).map(Locked::due).toList();
        if (!early.isEmpty()) alarms.lookAgain(early, Duration.ZERO);
        var due = locked.stream().filter(one -> !one.early()).toList();
        if (due.isEmpty()) return;
        var found = readers.of(each(due, Due::home), each(due, Due::object));
        var chosen = settings.of(found.values().stream()
                .map(reader -> reader.person().principal())
                .distinct()
                .toList());
        var told = new ArrayList<Told>();
        var next = new ArrayList<Due>();
        for (var one : due) {
            var reader = found.get(one.due().key());
            if (reader == null) continue;
            told.addAll(told(one, reader, chosen));
            next(one, reader.times()).ifPresent(next::add);
        }
        tell(told, due.get(0).now());
        alarms.roll(due.stream().map(Locked::due).toList(), next, HandingOver.AHEAD);
        due.forEach(one -> figures.took(
                "kalends_reminders_lateness", Duration.between(one.due().at(), one.now())));
    }

    private record Told(Reminder reminder, Channel channel) {}

    private static List<Told> told(Locked one, Readers.Reader reader, Map<UUID, PersonalSettings> chosen) {
        var due = one.due();
        var own = chosen.get(due.user());
        return reader.times().at(due.at()).stream()
                .filter(going -> wants(own, going.alarm().channel(), reader.calendar()))
                .filter(going -> going.matters(one.now()))
                .map(going -> new Told(reminder(due, going), going.alarm().channel()))
                .distinct()
                .toList();
    }

    private void tell(List<Told> told, Instant now) {
        var messages = told.stream()
                .flatMap(one -> queue(one.channel()).stream()
                        .map(queue -> one.reminder().message(queue, now)))
                .collect(toCollection(ArrayList::new));
        var shown = told.stream()
                .filter(one -> one.channel() == Channel.BROWSER)
                .map(Told::reminder)
                .toList();
        open.add(shown);
        messages.addAll(OpenReminders.notices(shown, now));
        messages.addAll(pushes(shown, now));
        outbox.add(messages);
        shown.forEach(
                one -> figures.count("kalends_reminders", new Tag("channel", "browser"), new Tag("result", "sent")));
    }

    private List<OutboxMessage> pushes(List<Reminder> shown, Instant now) {
        var owners = browsers.owners(shown.stream().map(Reminder::user).toList());
        return shown.stream()
                .filter(reminder -> owners.contains(reminder.user()))
                .map(reminder -> reminder.message(Queue.REMINDER_BROWSER, now))
                .toList();
    }

    private static boolean wants(@Nullable PersonalSettings own, Channel channel, UUID calendar) {
        var by = PersonalSettings.Channel.valueOf(channel.name());
        return own == null || own.wants(Notice.REMINDER, by, calendar);
    }

    /** Where reminders of a channel wait; empty for one that there is not, or whose reminders wait in a table. */
    private Optional<Queue> queue(Channel channel) {
        return switch (channel) {
            case MAIL -> Optional.of(Queue.REMINDER_MAIL);
            case MESSENGER -> messenger.url().map(present -> Queue.REMINDER_MESSENGER);
            case BROWSER -> Optional.empty();
        };
    }

    private static Reminder reminder(Due due, Going going) {
        return new Reminder(due.home(), due.object(), due.user(), due.at(), Reminder.moment(going.instance()));
    }

    private static Optional<Due> next(Locked one, AlarmTimes times) {
        var due = one.due();
        var missed = one.now().minus(LATEST);
        var after = due.at().isBefore(missed) ? missed : due.at();
        return times.next(after).map(at -> new Due(due.home(), due.object(), due.user(), at));
    }

    private static Collection<UUID> each(List<Locked> due, Function<Due, UUID> part) {
        return due.stream().map(one -> part.apply(one.due())).toList();
    }
}
