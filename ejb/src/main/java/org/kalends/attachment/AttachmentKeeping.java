package org.kalends.attachment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.kalends.attachment.AttachmentReading.Download;
import org.kalends.attachment.AttachmentRefused.Reason;
import org.kalends.attachment.content.Content;
import org.kalends.attachment.content.ContentStore;
import org.kalends.attachment.content.Receiving;
import org.kalends.attachment.store.AttachmentStore;
import org.kalends.calendar.Quota;
import org.kalends.database.Ids;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.Uid;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** Takes files in; the event that is to name them is the caller's. */
@Stateless
public class AttachmentKeeping {

    private static final int LONGEST_NAME = 200;

    @Inject
    ContentStore contents;

    @Inject
    Receiving receiving;

    @Inject
    AttachmentStore store;

    @Inject
    AttachmentSettings settings;

    @Inject
    Quota quota;

    /** @param name as its sender says */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Offered(String name, byte[] content) {}

    /** A file whose octets are kept and that no event names yet. */
    public record Taken(String name, Content content) {}

    /** Whether this installation keeps files. */
    public boolean offered() {
        return contents.offered();
    }

    /**
     * Keeps the octets, durable when it returns; in no transaction, as that may take long.
     *
     * @throws AttachmentRefused if they are more than a file may have
     * @throws CalendarException 503 where this installation keeps no files
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Taken take(String name, InputStream octets) {
        if (!contents.offered()) throw new CalendarException(Problem.UNAVAILABLE, "This installation keeps no files");
        var safe = plain(name);
        var content = receiving
                .receive(octets, safe, settings.largestFile())
                .orElseThrow(() -> new AttachmentRefused(
                        Reason.MAX_ATTACHMENT_SIZE,
                        "A file may have " + (settings.largestFile() >> 20) + " MiB at most"));
        return new Taken(safe, content);
    }

    /**
     * What an event is to name the file by.
     *
     * @param home who brings it in
     */
    public FileLink name(UUID home, Uid event, Taken taken) {
        var content = taken.content();
        store.guard(content.digest());
        if (!contents.holds(content.digest())) {
            throw new CalendarException(Problem.UNAVAILABLE, "The file was put away just now; send it again");
        }
        var file = new StoredFile(Ids.next(), home, content.digest(), taken.name(), content.type(), content.size());
        store.add(file);
        store.allow(file.id(), event);
        quota.check(home);
        return link(file);
    }

    /** What the event names a file of its by; empty where it has no such file. */
    public Optional<FileLink> named(UUID file, Uid event) {
        return store.find(file, event).map(this::link);
    }

    /** A file of an event, to be read; empty where it has no such file. */
    public Optional<Download> open(UUID file, Uid event) {
        return store.find(file, event).map(found -> new Download(found, contents));
    }

    private FileLink link(StoredFile file) {
        var path = "/dav/attachments/" + file.id() + "/"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return new FileLink(settings.baseUrl() + path, file.id().toString(), file.name(), file.type(), file.size());
    }

    /** Both at once; empty when the file is too large or this installation keeps none. */
    public Optional<FileLink> keep(UUID home, Uid event, Offered offered) {
        if (!contents.offered() || offered.content().length > settings.largestFile()) return Optional.empty();
        return Optional.of(name(home, event, take(offered.name(), new ByteArrayInputStream(offered.content()))));
    }

    /** The last part of what its sender calls it, as one line. */
    private static String plain(String said) {
        var plain = readable(said)
                .replaceAll("[\\p{Cntrl}\"]", "")
                .replaceAll("^.*[/\\\\]", "")
                .strip();
        var name = plain.isEmpty() || plain.chars().allMatch(c -> c == '.') ? "file" : plain;
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /** Browsers send names as UTF-8, which containers read as Latin letters, octet by octet (RFC 7578, 4.2). */
    private static String readable(String said) {
        if (said.chars().anyMatch(c -> c > 0xFF)) return said;
        try {
            var octets = ByteBuffer.wrap(said.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
        } catch (CharacterCodingException e) {
            return said;
        }
    }
}
