package org.kalends.platform;

import static org.kalends.support.Planning.inviting;
import static org.kalends.support.Planning.timed;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kalends.support.ApiClient;

/** Somebody who plans one meeting after the other at one node and notes what was acknowledged. */
final class Saver implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    static final String COLLEAGUE = "boris@kalends.test";
    static final String GUEST = "guest@example.org";

    private final ApiClient organizer;
    private final String name;
    private final LocalDate day;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> unknown = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::save);

    private Saver(ApiClient organizer, String name, LocalDate day) {
        this.organizer = organizer;
        this.name = name;
        this.day = day;
    }

    static Saver started(ApiClient organizer, String name, LocalDate day) {
        var saver = new Saver(organizer, name, day);
        saver.thread.start();
        return saver;
    }

    private void save() {
        try {
            for (int i = 0; !pausing(); i++) save(name + " " + i);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One dead connection is not the end: whoever gets no answer does not know, and plans the next meeting. */
    private void save(String title) {
        var meeting = inviting(timed(title, day, "10:00", "11:00"), COLLEAGUE, GUEST);
        try {
            var answer = organizer.post("/api/v1/events", meeting.toString());
            if (answer.status() == 201) acknowledged.add(title);
            else refused.add(answer.raw().body());
        } catch (UncheckedIOException silence) {
            unknown.add(title);
        }
    }

    private boolean pausing() throws InterruptedException {
        return stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What went wrong, in words. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Titles that may have been saved or not. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** Titles, in the order of their saving. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Saves no more; what is under way is finished. */
    List<String> stop() throws InterruptedException {
        stopped.countDown();
        thread.join();
        return acknowledged();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
