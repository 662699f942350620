package org.kalends.attachment.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.tika.Tika;

/** A file as it came in, whole and durable on this node, before it is kept. Closing it lets go of it. */
public final class Received implements AutoCloseable {

    /** How the names of files begin that are not kept yet. */
    static final String WRITING = "writing";

    private static final Tika TYPES = new Tika();

    private final Path file;
    private final Content content;

    private Received(Path file, Content content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Reads it to its end; empty, and nothing is left, when there are more octets than {@code most}.
     *
     * @param directory where it waits
     * @param name by which its type is guessed where the octets say nothing
     */
    public static Optional<Received> read(Path directory, InputStream octets, String name, long most) {
        try {
            Files.createDirectories(directory);
            var file = Files.createTempFile(directory, WRITING, ".part");
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                long size = write(new DigestInputStream(octets, digest), file, most);
                if (size > most) {
                    Files.delete(file);
                    return Optional.empty();
                }
                var hex = HexFormat.of().formatHex(digest.digest());
                return Optional.of(new Received(file, new Content(hex, size, type(file, name))));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
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

    private static String type(Path file, String name) throws IOException {
        try (var octets = new BufferedInputStream(Files.newInputStream(file))) {
            return TYPES.detect(octets, name);
        }
    }

    public Content content() {
        return content;
    }

    /** Where it waits; whoever keeps it may move it from there. */
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
