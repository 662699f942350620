package org.kalends.attachment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.attachment.content.ContentStore;
import org.kalends.attachment.store.AttachmentStore;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
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
    Access access;

    @Inject
    AttachmentStore store;

    @Inject
    ContentStore contents;

    @Inject
    AttachmentSettings settings;

    @Inject
    Clock clock;

    /** A way to a file without log-in, shown once. */
    public record Link(Secret token, Instant expires) {}

    /** A file to be read. */
    public record Download(StoredFile file, ContentStore contents) {

        /**
         * The octets of a part, to be closed.
         *
         * @throws CalendarException 503 if the disk where they lie is away
         */
        public Body open(ByteRange part) {
            return new Body(
                    part.length() > 0 ? contents.open(file.digest(), part) : InputStream.nullInputStream(), part);
        }
    }

    /** Octets that are ready to be read. */
    public record Body(InputStream octets, ByteRange part) {

        /** Writes them and lets go of them. */
        public void copyTo(OutputStream out) throws IOException {
            try (octets) {
                var buffer = new byte[8192];
                for (long left = part.length(); left > 0; ) {
                    int read = octets.read(buffer, 0, (int) Math.min(buffer.length, left));
                    if (read < 0) throw new IOException("the file ends too early");
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
        }
    }

    /** @throws CalendarException 404 unless the viewer has the event and the event has the file */
    public Link link(Principal viewer, UUID event, UUID attachment) {
        var file = require(viewer, event, attachment);
        var token = Secret.random();
        store.link(token.hash(), file.id(), settings.linkLives());
        return new Link(token, clock.instant().plus(settings.linkLives()));
    }

    /**
     * Without a link, for who is known.
     *
     * @throws CalendarException 404 unless he has an event that names the file
     */
    public Download open(Principal viewer, UUID attachment) {
        var homes = Stream.concat(
                        Stream.of(viewer.id()), access.shared(viewer).stream().map(CalendarCollection::home))
                .collect(Collectors.toSet());
        for (var event : store.eventsOf(attachment, homes)) {
            var file = found(viewer, event, attachment);
            if (file.isPresent()) return download(file.get());
        }
        throw missing();
    }

    private Optional<StoredFile> found(Principal viewer, UUID event, UUID attachment) {
        try {
            return Optional.of(require(viewer, event, attachment));
        } catch (CalendarException hidden) {
            return Optional.empty(); // that event is not his to read; another may be
        }
    }

    private Download download(StoredFile file) {
        return new Download(file, contents);
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
        return download(linked.file());
    }

    private static CalendarException missing() {
        return new CalendarException(Problem.NOT_FOUND, "There is no such file");
    }
}
