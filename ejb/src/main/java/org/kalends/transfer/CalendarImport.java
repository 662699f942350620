package org.kalends.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.resource.ObjectImport;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.identity.AuditAction;
import org.kalends.identity.AuditLog;
import org.kalends.identity.Deed;
import org.kalends.identity.Principal;
import org.kalends.problem.BoundedBody;
import org.kalends.problem.CalendarException;
import org.kalends.transfer.ImportReport.Item;
import org.kalends.transfer.ImportReport.Outcome;
import org.kalends.transfer.domain.FileObjects;
import org.kalends.transfer.domain.FileObjects.Found;

/**
 * Files into calendars. Each object is a transaction of its own: what cannot be taken is told and spoils nothing else.
 * Nobody is invited, no room is booked, no mail leaves.
 */
@ApplicationScoped
public class CalendarImport {

    @Inject
    ObjectImport objects;

    @Inject
    AuditLog audit;

    @Inject
    ImportSettings settings;

    /**
     * Takes a body of any length by way of a temporary file.
     *
     * @throws CalendarException 400 when it is no calendar, 413 when it is too large or holds too much
     */
    public ImportReport run(Principal actor, CalendarCollection calendar, InputStream body) {
        try {
            var file = Files.createTempFile("kalends-import", ".ics");
            try {
                keep(body, file);
                return run(actor, calendar, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(InputStream body, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            new BoundedBody(body, settings.largestFile()).transferTo(out);
        }
    }

    private ImportReport run(Principal actor, CalendarCollection calendar, Path file) throws IOException {
        try (var found = FileObjects.open(file, settings.mostComponents())) {
            var items = new ArrayList<Item>();
            for (var object : found.all()) items.add(put(actor, calendar, found, object));
            var report = new ImportReport(items);
            if (report.count(Outcome.IMPORTED) + report.count(Outcome.UPDATED) > 0) {
                audit.note(Deed.of(AuditAction.CALENDAR_IMPORTED, actor.id(), calendar.id()));
            }
            return report;
        }
    }

    private Item put(Principal actor, CalendarCollection calendar, FileObjects file, Found object) throws IOException {
        try {
            var outcome = objects.put(actor, calendar, file.text(object));
            if (outcome instanceof ObjectImport.Outcome.Imported) return item(object, Outcome.IMPORTED);
            if (outcome instanceof ObjectImport.Outcome.Updated) return item(object, Outcome.UPDATED);
            if (outcome instanceof ObjectImport.Outcome.Held held) return refused(object, held.why());
            if (outcome instanceof ObjectImport.Outcome.Refused refused) return refused(object, refused.why());
            return item(object, Outcome.UNCHANGED);
        } catch (CalendarException | InvalidCalendarData e) {
            return refused(object, String.valueOf(e.getMessage()));
        }
    }

    private static Item item(Found object, Outcome outcome) {
        return new Item(object.uid(), object.component(), outcome, null);
    }

    private static Item refused(Found object, String why) {
        return new Item(object.uid(), object.component(), Outcome.REFUSED, why);
    }
}
