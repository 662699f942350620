package org.kalends.spool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer until it is whole: in memory while it is small or there is room, then in a temporary file. So no
 * database connection waits for a slow client, and an answer that fails half-way is never begun.
 */
public final class Spool extends OutputStream {

    /** In octets; a piece is small enough not to be kept apart by the garbage collector, which costs it dearly. */
    private static final int PIECE = 128 * 1024;

    /** Every answer may have them. */
    private static final int OWN_PIECES = 2;

    private static final int MOST_PIECES = 64;

    /** Pieces that all answers of the server together may have beyond their own. */
    private static final Semaphore ROOM = new Semaphore(384);

    private static final byte[] NOTHING = {};

    private final List<byte[]> pieces = new ArrayList<>();
    private byte[] piece = new byte[4_096];
    private int used;
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
        for (int told = 0; told < length; ) {
            if (onDisk == null && used == piece.length) makeRoom();
            if (onDisk != null) {
                onDisk.write(octets, from + told, length - told);
                return;
            }
            int fits = Math.min(piece.length - used, length - told);
            System.arraycopy(octets, from + told, piece, used, fits);
            used += fits;
            told += fits;
        }
    }

    private void makeRoom() throws IOException {
        if (piece.length < PIECE) {
            piece = Arrays.copyOf(piece, Math.min(PIECE, piece.length * 4));
        } else if (pieces.size() + 1 < OWN_PIECES || pieces.size() + 1 < MOST_PIECES && ROOM.tryAcquire()) {
            pieces.add(piece);
            piece = new byte[PIECE];
            used = 0;
        } else {
            spill();
        }
    }

    private void spill() throws IOException {
        file = Files.createTempFile("kalends-answer", ".tmp");
        onDisk = new BufferedOutputStream(Files.newOutputStream(file), PIECE);
        writeMemory(onDisk);
        forget();
    }

    private void writeMemory(OutputStream out) throws IOException {
        for (var full : pieces) out.write(full);
        out.write(piece, 0, used);
    }

    private void forget() {
        ROOM.release(Math.max(0, pieces.size() + 1 - OWN_PIECES));
        pieces.clear();
        piece = NOTHING;
        used = 0;
    }

    public long size() {
        return size;
    }

    public void copyTo(OutputStream out) throws IOException {
        if (onDisk == null || file == null) {
            writeMemory(out);
            return;
        }
        onDisk.close();
        Files.copy(file, out);
    }

    @Override
    public void close() {
        forget();
        try {
            if (onDisk != null) onDisk.close();
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
