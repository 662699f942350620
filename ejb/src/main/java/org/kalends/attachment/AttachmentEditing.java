package org.kalends.attachment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentKeeping.Taken;
import org.kalends.attachment.AttachmentRefused.Reason;
import org.kalends.event.EditOutcome;
import org.kalends.event.EventEditing;
import org.kalends.event.EventReading;
import org.kalends.event.StoredEvent;
import org.kalends.event.Target;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.recurrence.Instances;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Level;

/** Files brought into events and taken out of them by their organizers (RFC 8607, 3.3 to 3.6). */
@Stateless
public class AttachmentEditing {

    @Inject
    AttachmentKeeping keeping;

    @Inject
    AttachmentSettings settings;

    @Inject
    EventReading reading;

    @Inject
    EventEditing editing;

    /**
     * Which components of an event.
     *
     * @param instances RECURRENCE-IDs as moments; each gets a component of its own if it has none
     */
    public record Part(Master master, Collection<Instant> instances) {

        /** Whether the series itself is one of them. */
        public enum Master {
            CHANGED,
            LEFT
        }
    }

    /** @param file what the event names now */
    public record Added(FileLink file, EditOutcome outcome) {}

    /**
     * Before octets are taken: whether they could be brought in at all.
     *
     * @throws CalendarException 403 or 404 where the actor may not
     */
    public StoredEvent check(Principal actor, UUID event) {
        var seen = reading.require(actor, event, Level.WRITE);
        if (!editing.organizes(actor, seen.event())) {
            throw new CalendarException(Problem.FORBIDDEN, "Only the organizer may bring files in");
        }
        return seen.event();
    }

    /** @param part null for every component */
    public Added add(Target target, @Nullable Part part, Taken taken) {
        var event = check(target.actor(), target.event());
        var file = keeping.name(event.home(), event.series().uid(), taken);
        return new Added(
                file, editing.revise(target, series -> limited(edited(series, part, files -> with(files, file)))));
    }

    /**
     * In the place of another, wherever that is named.
     *
     * @throws AttachmentRefused if the event names no such file
     */
    public Added replace(Target target, UUID old, Taken taken) {
        var event = check(target.actor(), target.event());
        var file = keeping.name(event.home(), event.series().uid(), taken);
        return new Added(
                file,
                editing.revise(
                        target,
                        series -> edited(known(series, old), null, files -> files.stream()
                                .map(one -> is(one, old) ? file : one)
                                .toList())));
    }

    /** @param part null for every component */
    public EditOutcome remove(Target target, @Nullable Part part, UUID file) {
        return editing.revise(
                target,
                series -> edited(known(series, file), part, files -> files.stream()
                        .filter(one -> !is(one, file))
                        .toList()));
    }

    private static boolean is(FileLink file, UUID id) {
        return file.managedId().equals(id.toString());
    }

    private static List<FileLink> with(List<FileLink> files, FileLink more) {
        var all = new ArrayList<>(files);
        all.add(more);
        return all;
    }

    private static EventSeries known(EventSeries series, UUID file) {
        boolean named = series.stream()
                .flatMap(component -> component.details().files().stream())
                .anyMatch(one -> is(one, file));
        if (!named) throw new AttachmentRefused(Reason.VALID_MANAGED_ID, "The event has no such file");
        return series;
    }

    private EventSeries limited(EventSeries series) {
        long files = series.stream()
                .flatMap(component -> component.details().files().stream())
                .map(FileLink::uri)
                .distinct()
                .count();
        if (files > settings.mostPerEvent()) {
            throw new AttachmentRefused(
                    Reason.MAX_ATTACHMENTS_PER_RESOURCE,
                    "An event may have " + settings.mostPerEvent() + " files at most");
        }
        return series;
    }

    private static EventSeries edited(EventSeries series, @Nullable Part part, UnaryOperator<List<FileLink>> edit) {
        var master = series.master();
        if (part == null) {
            return series.each(one -> edited(one, edit));
        }
        var all = series;
        for (var instance : part.instances()) {
            var found = Instances.find(series, instance)
                    .filter(one -> series.recurring())
                    .orElseThrow(() -> new AttachmentRefused(Reason.VALID_RID, "There is no instance at " + instance));
            all = Instances.with(all, edited(Instances.override(found), edit));
        }
        if (part.master() == Part.Master.LEFT) return all;
        if (master == null) throw new AttachmentRefused(Reason.VALID_RID, "Only instances are known of the event");
        return all.withMaster(edited(master, edit));
    }

    private static EventComponent edited(EventComponent component, UnaryOperator<List<FileLink>> edit) {
        var details = component.details();
        return component.withDetails(details.withFiles(edit.apply(details.files())));
    }
}
