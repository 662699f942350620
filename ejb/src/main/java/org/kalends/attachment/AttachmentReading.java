package org.kalends.attachment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.kalends.attachment.store.AttachmentStore;
import org.kalends.attachment.store.ContentFiles;
import org.kalends.event.EventReading;
import org.kalends.event.Seen.How;
import org.kalends.identity.Principal;
import org.kalends.identity.Secret;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Files read by those who may read the event, or by a link that one of them made and that lives for minutes. */
@Stateless
public class AttachmentReading {

    @Inject
    EventReading reading;

    @Inject
    AttachmentStore store;

    @Inject
    ContentFiles files;

    @Inject
    AttachmentSettings settings;

    @Inject
    Clock clock;

    /** A way to a file without log-in, shown once. */
    public record Link(Secret token, Instant expires) {}

    /** A file to be read. */
    public record Download(StoredFile file, Path content) {}

    /** @throws CalendarException 404 unless the viewer has the event and the event has the file */
    public Link link(Principal viewer, UUID event, UUID attachment) {
        var file = require(viewer, event, attachment);
        var token = Secret.random();
        store.link(token.hash(), file.id(), settings.linkLives());
        return new Link(token, clock.instant().plus(settings.linkLives()));
    }

    private StoredFile require(Principal viewer, UUID event, UUID attachment) {
        var seen = reading.require(viewer, event);
        if (seen.how() == How.MASKED) throw missing(); // he sees when it is, not what it is
        var series = seen.event().series();
        boolean named = series.stream()
                .flatMap(component -> component.details().files().stream())
                .anyMatch(file -> file.managedId().equals(attachment.toString()));
        if (!named) throw missing();
        return store.find(attachment, series.uid()).orElseThrow(AttachmentReading::missing);
    }

    /** @throws CalendarException 404 for a link that was never made, 410 for one whose time is over */
    public Download open(Secret token) {
        var linked = store.linked(token.hash()).orElseThrow(AttachmentReading::missing);
        if (!linked.live())
            throw new CalendarException(Problem.GONE, "This link was for a few minutes; ask for another");
        var content = files.find(linked.file().digest()).orElseThrow(AttachmentReading::missing);
        return new Download(linked.file(), content);
    }

    private static CalendarException missing() {
        return new CalendarException(Problem.NOT_FOUND, "There is no such file");
    }
}
