package org.kalends.attachment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.kalends.attachment.store.AttachmentStore;
import org.kalends.attachment.store.ContentFiles;
import org.kalends.database.Ids;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.Uid;

/** Takes files in; the event that is to name them is the caller's. */
@Stateless
public class AttachmentKeeping {

    private static final int LONGEST_NAME = 200;

    @Inject
    ContentFiles files;

    @Inject
    AttachmentStore store;

    @Inject
    AttachmentSettings settings;

    /** @param type media type as its sender says; proves nothing */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Offered(String name, String type, byte[] content) {}

    /**
     * Keeps a file.
     *
     * @param home who brings it in
     * @param event that it belongs to
     * @return how the event is to name it; empty when this installation keeps no files
     */
    public Optional<FileLink> keep(UUID home, Uid event, Offered offered) {
        if (!files.offered()) return Optional.empty();
        var digest = files.keep(offered.content());
        var name = name(offered.name());
        var file = new StoredFile(Ids.next(), home, event, digest, name, offered.type(), offered.content().length);
        store.add(file);
        var path = "/dav/attachments/" + file.id() + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Optional.of(
                new FileLink(settings.baseUrl() + path, file.id().toString(), name, file.type(), file.size()));
    }

    /** The last part of what its sender calls it, as one line. */
    private static String name(String said) {
        var plain = said.replaceAll("[\\p{Cntrl}\"]", "")
                .replaceAll("^.*[/\\\\]", "")
                .strip();
        var name = plain.isEmpty() ? "file" : plain;
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
