package org.kalends.attachment.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.kalends.attachment.AttachmentSettings;

/** Takes octets in: counted, looked through, kept. */
@ApplicationScoped
public class Receiving {

    @Inject
    ContentStore store;

    @Inject
    AttachmentSettings settings;

    @Inject
    Scan scan;

    /**
     * Durable when it returns; empty, and nothing is kept, when there are more than {@code most}.
     *
     * @throws org.kalends.problem.CalendarException 403 if the scan refuses them
     */
    public Optional<Content> receive(InputStream octets, String name, long most) {
        var received = Received.read(directory(), octets, name, most);
        if (received.isEmpty()) return Optional.empty();
        try (var file = received.get()) {
            scan.refuse(file.file(), name);
            store.keep(file);
            return Optional.of(file.content());
        }
    }

    /** Beside the place where they are kept, so that they can be moved there at once. */
    private Path directory() {
        return settings.directory().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }
}
