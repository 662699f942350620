package org.kalends.reminder;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.event.AlarmNotes;
import org.kalends.event.ChangeNotice;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Instance;
import org.kalends.icalendar.codec.AlarmMarks;
import org.kalends.identity.Principal;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;
import org.kalends.outbox.Queue;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.reminder.domain.AlarmTimes.Going;
import org.kalends.reminder.store.OpenReminderStore;
import org.kalends.reminder.store.OpenReminderStore.Open;

/** What somebody's browser reminds him of until he has dealt with it, in whichever window or program. */
@Stateless
public class OpenReminders {

    @Inject
    OpenReminderStore store;

    @Inject
    Standing standing;

    @Inject
    AlarmNotes notes;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * One of them.
     *
     * @param event the id of the event
     * @param calendar the calendar it stands in
     * @param series the event, with the reader's own alarms
     * @param instance of it, which is about to begin
     */
    public record OpenReminder(
            UUID id, UUID event, UUID calendar, Instant due, EventSeries series, Instance instance) {}

    /** Those that are true still, the oldest first. */
    public List<OpenReminder> of(Principal reader) {
        var open = store.of(reader.id());
        var found = standing.each(open.stream().map(Open::reminder).toList(), Channel.BROWSER);
        return open.stream()
                .flatMap(one -> Stream.ofNullable(found.get(one.reminder()))
                        .map(still -> new OpenReminder(
                                one.id(),
                                one.reminder().object(),
                                still.reader().calendar(),
                                one.reminder().due(),
                                still.reader().times().series(),
                                still.going().instance())))
                .toList();
    }

    /**
     * He knows: all that the event's alarms on his screen said until now is settled, in his other programs too. While
     * somebody else is editing the event it is settled here only.
     *
     * @throws CalendarException 404 where there is no such reminder, any more or ever
     */
    public void dismiss(Principal reader, UUID id) {
        var reminder = locked(reader, id).reminder();
        var now = after(reminder.due());
        note(reader, reminder, going -> text -> AlarmMarks.dismissed(text, component(going), now));
        done(reader, id, reminder);
    }

    /**
     * He wants to hear it again.
     *
     * @param until ahead
     * @throws CalendarException 404 where there is no such reminder, 409 where the event takes no note of it now
     */
    public void snooze(Principal reader, UUID id, Instant until) {
        var reminder = locked(reader, id).reminder();
        var snooze = new AlarmMarks.Snooze(after(reminder.due()), until);
        if (!until.isAfter(snooze.now())) throw CalendarException.invalid("until", "must lie ahead");
        var outcome = note(
                reader, reminder, going -> text -> AlarmMarks.snoozed(text, component(going), going.alarm(), snooze));
        if (outcome == AlarmNotes.Outcome.CLOSED) {
            throw new CalendarException(Problem.CONFLICT, "The event cannot be changed at the moment");
        }
        done(reader, id, reminder);
    }

    private Open locked(Principal reader, UUID id) {
        return store.lock(reader.id(), id)
                .orElseThrow(() -> new CalendarException(Problem.NOT_FOUND, "There is no open reminder " + id));
    }

    private interface Note {

        UnaryOperator<String> of(Going going);
    }

    /** Of what is not true any more there is nothing to note. */
    private AlarmNotes.Outcome note(Principal reader, Reminder reminder, Note note) {
        var still = standing.each(List.of(reminder), Channel.BROWSER).get(reminder);
        if (still == null) return AlarmNotes.Outcome.NOTED;
        return notes.note(reader, reminder.object(), note.of(still.going()));
    }

    private void done(Principal reader, UUID id, Reminder reminder) {
        store.remove(reader.id(), id);
        outbox.add(notices(List.of(reminder), clock.instant()));
    }

    /** The clock of this node may be behind that of the alarm. */
    private Instant after(Instant due) {
        var now = clock.instant();
        return now.isBefore(due) ? due : now;
    }

    private static @Nullable EventTime component(Going going) {
        return going.instance().component().recurrenceId();
    }

    /** Tells every open window of theirs. */
    static List<OutboxMessage> notices(Collection<Reminder> reminders, Instant now) {
        return reminders.stream()
                .map(one -> {
                    var notice = ChangeNotice.reminder(one.user(), one.object(), now);
                    return new OutboxMessage(
                            one.user(), Queue.CHANGES, one.key(Queue.CHANGES) + "/" + now, notice, now);
                })
                .toList();
    }
}
