package org.kalends.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarCollections;
import org.kalends.calendar.CollectionChange;
import org.kalends.calendar.CollectionEditing;
import org.kalends.event.resource.ObjectImport;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.problem.CalendarException;
import org.kalends.sharing.Level;
import org.kalends.subscription.domain.FeedHead;
import org.kalends.subscription.domain.SourceText;
import org.kalends.transfer.ImportSettings;
import org.kalends.transfer.domain.FileObjects;
import org.kalends.transfer.domain.FileObjects.Found;

/**
 * A feed's text into its calendar, which then holds what the feed holds and nothing else. Each object is a transaction
 * of its own: one that cannot be kept spoils nothing else, and what was cut off half-way is gone on with at the next look.
 */
@ApplicationScoped
class FeedIntake {

    private static final Logger LOG = System.getLogger(FeedIntake.class.getName());

    @Inject
    ObjectImport objects;

    @Inject
    CalendarCollections calendars;

    @Inject
    CollectionEditing editing;

    @Inject
    Directory directory;

    @Inject
    ImportSettings limits;

    /** @throws CalendarException 400 when it is no calendar, 413 when it holds too much; nothing is changed then */
    void take(Subscription subscription, FeedHead head, Path file) throws IOException {
        try (var found = FileObjects.open(file, limits.mostComponents())) {
            var owner = directory.byId(subscription.home()).orElseThrow();
            var calendar = calendars.require(owner, subscription.calendar().toString(), Level.OWNER);
            name(subscription, owner, calendar, head);
            var text = new SourceText(subscription.calendar(), subscription.strips());
            Set<String> kept = new HashSet<>();
            for (var object : found.all()) {
                if (text.takes(object.component())) kept.add(put(owner, calendar, text, found, object));
            }
            for (Uid uid : objects.uids(calendar)) {
                if (!kept.contains(uid.value())) objects.remove(owner, calendar, uid);
            }
        }
    }

    /** As long as it is called by its address, it is called as the feed calls itself. */
    private void name(Subscription subscription, Principal owner, CalendarCollection calendar, FeedHead head) {
        if (!calendar.look().name().equals(subscription.source().host())) return;
        head.name().ifPresent(name -> editing.change(owner, calendar, CollectionChange.NONE.named(name), List.of()));
    }

    /** Its UID here, whether or not it could be kept: what is here of it stays. */
    private String put(Principal owner, CalendarCollection calendar, SourceText source, FileObjects file, Found object)
            throws IOException {
        try {
            var kept = source.of(file.text(object));
            var outcome = objects.put(owner, calendar, kept.text());
            if (outcome instanceof ObjectImport.Outcome.Held held) skipped(calendar, object, held.why());
            if (outcome instanceof ObjectImport.Outcome.Refused refused) skipped(calendar, object, refused.why());
            return kept.uid();
        } catch (CalendarException | InvalidCalendarData e) {
            skipped(calendar, object, String.valueOf(e.getMessage()));
            return source.uid(object.uid());
        }
    }

    private static void skipped(CalendarCollection calendar, Found object, String why) {
        LOG.log(Logger.Level.DEBUG, "{0} of the feed of {1} is left out: {2}", object.uid(), calendar.id(), why);
    }
}
