package org.kalends.web.changes;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.kalends.event.ChangeNotice;

/**
 * One open stream. Events are laid in a queue and written by a thread of their own turn, so a browser that reads
 * slowly holds up nobody; if it falls behind too far it is cut off and catches up by Last-Event-ID.
 */
final class ChangeStream {

    private static final int LONGEST_QUEUE = 2_000;

    private final UUID owner;
    private volatile Set<UUID> shared;
    private final SseEventSink sink;
    private final BooleanSupplier stillLoggedIn;
    private final Executor writers;
    private final BlockingQueue<OutboundSseEvent> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicInteger unwritten = new AtomicInteger();

    /** @param shared calendars of others whose changes the owner may see */
    ChangeStream(
            UUID owner, Collection<UUID> shared, SseEventSink sink, BooleanSupplier stillLoggedIn, Executor writers) {
        this.owner = owner;
        this.shared = Set.copyOf(shared);
        this.sink = sink;
        this.stillLoggedIn = stillLoggedIn;
        this.writers = writers;
    }

    UUID owner() {
        return owner;
    }

    boolean hears(ChangeNotice notice) {
        var calendar = notice.calendarId();
        return notice.home().equals(owner) || calendar != null && shared.contains(calendar);
    }

    /** False when that is what he heard of already. */
    boolean nowHears(Set<UUID> calendars) {
        if (shared.equals(calendars)) return false;
        shared = Set.copyOf(calendars);
        return true;
    }

    /** False when the browser is gone. */
    boolean open() {
        return !sink.isClosed();
    }

    boolean stillLoggedIn() {
        return stillLoggedIn.getAsBoolean();
    }

    void close() {
        sink.close();
    }

    /** Writes later, in the order of the calls; never waits. */
    void send(OutboundSseEvent event) {
        if (!queue.offer(event)) {
            close();
        } else if (unwritten.getAndIncrement() == 0) {
            writers.execute(this::write);
        }
    }

    private void write() {
        do {
            var event = queue.poll();
            if (event != null && open()) sink.send(event).exceptionally(gone -> null);
        } while (unwritten.decrementAndGet() > 0);
    }
}
