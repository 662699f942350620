package org.kalends.attachment.content;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.kalends.attachment.AttachmentSettings;
import org.kalends.attachment.ByteRange;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** A directory, the same for all nodes. */
@Dependent
@Typed(ContentFiles.class)
public class ContentFiles implements ContentStore {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final AttachmentSettings settings;
    private final Clock clock;

    @Inject
    public ContentFiles(AttachmentSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean offered() {
        return settings.directory().isPresent();
    }

    @Override
    public void keep(Received received) {
        var file = path(received.content().digest());
        try {
            if (Files.exists(file)) {
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
                return;
            }
            var folder = file.resolveSibling("");
            Files.createDirectories(folder);
            Files.move(received.file(), file, StandardCopyOption.ATOMIC_MOVE);
            try (var name = FileChannel.open(folder)) {
                name.force(true); // or the name may be lost with the power
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean holds(String digest) {
        return offered() && Files.isRegularFile(path(digest));
    }

    @Override
    public InputStream open(String digest, ByteRange part) {
        try {
            var octets = Files.newInputStream(path(digest));
            octets.skipNBytes(part.first());
            return octets;
        } catch (NoSuchFileException e) {
            throw new CalendarException(Problem.NOT_FOUND, "There is no such file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
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
                else if (digest.startsWith(Received.WRITING)) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
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
