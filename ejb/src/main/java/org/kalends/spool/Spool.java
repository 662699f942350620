package org.kalends.spool;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer until it is whole: in memory while it is small, then in a temporary file. So no database connection
 * waits for a slow client, and an answer that fails half-way is never begun.
 */
public final class Spool extends OutputStream {

    private static final int IN_MEMORY = 512 * 1024;
    private static final int TO_DISK = 64 * 1024;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream(4_096);
    private @Nullable Path file;
    private @Nullable OutputStream onDisk;
    private long size;

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        size += length;
        if (onDisk == null && size > IN_MEMORY) spill();
        if (onDisk != null) onDisk.write(octets, from, length);
        else memory.write(octets, from, length);
    }

    private void spill() throws IOException {
        file = Files.createTempFile("kalends-answer", ".tmp");
        onDisk = new BufferedOutputStream(Files.newOutputStream(file), TO_DISK);
        memory.writeTo(onDisk);
        memory = new ByteArrayOutputStream(0);
    }

    public long size() {
        return size;
    }

    public void copyTo(OutputStream out) throws IOException {
        if (onDisk == null || file == null) {
            memory.writeTo(out);
            return;
        }
        onDisk.close();
        Files.copy(file, out);
    }

    @Override
    public void close() {
        try {
            if (onDisk != null) onDisk.close();
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
