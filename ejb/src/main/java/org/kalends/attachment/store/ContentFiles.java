package org.kalends.attachment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.kalends.attachment.AttachmentSettings;

/** Octets by their digest: what is kept already is not written again, and a name never holds half a file. */
@ApplicationScoped
public class ContentFiles {

    @Inject
    AttachmentSettings settings;

    /** Whether anything can be kept here. */
    public boolean offered() {
        return settings.directory().isPresent();
    }

    /** Durable when it returns. @return the digest */
    public String keep(byte[] content) {
        var digest = digest(content);
        try {
            var file = path(digest);
            if (!Files.exists(file)) write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest;
    }

    public Optional<Path> find(String digest) {
        return settings.directory().map(directory -> path(digest)).filter(Files::isRegularFile);
    }

    private static void write(Path file, byte[] content) throws IOException {
        var folder = file.resolveSibling("");
        Files.createDirectories(folder);
        var writing = Files.createTempFile(folder, "writing", ".part");
        try (var channel = FileChannel.open(writing, StandardOpenOption.WRITE)) {
            var octets = ByteBuffer.wrap(content);
            while (octets.hasRemaining()) channel.write(octets);
            channel.force(true);
        }
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
        try (var name = FileChannel.open(folder)) {
            name.force(true); // or the name may be lost with the power
        }
    }

    private Path path(String digest) {
        var directory = settings.directory().orElseThrow(() -> new IllegalStateException("no directory for files"));
        return directory.resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
