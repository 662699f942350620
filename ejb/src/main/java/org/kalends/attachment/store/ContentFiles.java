package org.kalends.attachment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.kalends.attachment.AttachmentSettings;

/** Octets by their digest: what is kept already is not kept twice, and a name never holds half a file. */
@ApplicationScoped
public class ContentFiles {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String WRITING = "writing";

    private final Tika types = new Tika();

    @Inject
    AttachmentSettings settings;

    @Inject
    Clock clock;

    /**
     * Octets that are kept.
     *
     * @param digest SHA-256, hexadecimal
     * @param type media type, by what stands in them and, where that says nothing, by the file's name
     */
    public record Content(String digest, long size, String type) {}

    /** Whether anything can be kept here. */
    public boolean offered() {
        return settings.directory().isPresent();
    }

    /** Durable when it returns; empty, and nothing is kept, when there are more than {@code most}. */
    public Optional<Content> keep(InputStream octets, String name, long most) {
        try {
            Files.createDirectories(directory());
            var writing = Files.createTempFile(directory(), WRITING, ".part");
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                long size = write(new DigestInputStream(octets, digest), writing, most);
                if (size > most) return Optional.empty();
                var content = new Content(HexFormat.of().formatHex(digest.digest()), size, type(writing, name));
                place(writing, path(content.digest()));
                return Optional.of(content);
            } finally {
                Files.deleteIfExists(writing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    /** @return how many octets there were; more than {@code most} when it stopped there */
    private static long write(InputStream octets, Path file, long most) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var out = Channels.newOutputStream(channel)) {
            var buffer = new byte[64 * 1024];
            long size = 0;
            for (int read = octets.read(buffer); read >= 0 && size <= most; read = octets.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
            channel.force(true);
            return size;
        }
    }

    private String type(Path file, String name) throws IOException {
        try (var octets = new BufferedInputStream(Files.newInputStream(file))) {
            return types.detect(octets, name);
        }
    }

    private void place(Path writing, Path file) throws IOException {
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant())); // young again, so that it is not swept
            return;
        }
        var folder = file.resolveSibling("");
        Files.createDirectories(folder);
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
        try (var name = FileChannel.open(folder)) {
            name.force(true); // or the name may be lost with the power
        }
    }

    public Optional<Path> find(String digest) {
        return settings.directory().map(directory -> path(digest)).filter(Files::isRegularFile);
    }

    /** Digests of octets that were kept before then; halves that a crash left are removed on the way. */
    public void olderThan(Instant then, Consumer<String> sink) {
        if (!offered() || !Files.isDirectory(directory())) return;
        try (var all = Files.walk(directory(), 2)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(then)) continue;
                var digest = directory()
                        .relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "");
                if (DIGEST.matcher(digest).matches()) sink.accept(digest);
                else if (digest.startsWith(WRITING)) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String digest) {
        try {
            Files.deleteIfExists(path(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String digest) {
        return directory().resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    private Path directory() {
        return settings.directory().orElseThrow(() -> new IllegalStateException("no directory for files"));
    }
}
