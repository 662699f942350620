package org.kalends.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.subscription.domain.FeedHead;
import org.kalends.subscription.domain.Intervals;
import org.kalends.subscription.domain.Validators;
import org.kalends.subscription.http.FeedClient;
import org.kalends.subscription.http.FeedClient.Answer;
import org.kalends.subscription.store.SubscriptionStore;
import org.kalends.subscription.store.SubscriptionStore.Due;
import org.kalends.subscription.store.SubscriptionStore.Known;

/** One look at a feed: fetched, compared with what was taken, taken in, and when to look again. */
@ApplicationScoped
public class Refreshing {

    @Inject
    SubscriptionStore store;

    @Inject
    FeedClient client;

    @Inject
    FeedIntake intake;

    @Inject
    SubscriptionSettings settings;

    @Inject
    Clock clock;

    /** Looks at the one that waits longest; empty when none does. */
    public Optional<Subscription> next() {
        var due = store.claim(clock.instant());
        due.ifPresent(this::refresh);
        return due.map(Due::subscription);
    }

    private void refresh(Due due) {
        try {
            var file = Files.createTempFile("kalends-feed", ".ics");
            try {
                refresh(due, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refresh(Due due, Path file) throws IOException {
        var answer = client.fetch(due.subscription().source(), due.known().validators(), file);
        if (answer instanceof Answer.Failed failed) failed(due, failed.problem());
        else if (answer instanceof Answer.Fetched fetched) take(due, fetched.validators(), file);
        else looked(due, due.known());
    }

    private void take(Due due, Validators validators, Path file) throws IOException {
        try {
            var head = FeedHead.read(file);
            var digest = digest(file);
            if (!Arrays.equals(digest, due.known().digest())) intake.take(due.subscription(), head, file);
            looked(due, new Known(validators, digest, head.refreshed().orElse(null)));
        } catch (CalendarException e) {
            failed(due, e.problem() == Problem.TOO_LARGE ? FeedProblem.TOO_LARGE : FeedProblem.NO_CALENDAR);
        }
    }

    private void looked(Due due, Known known) {
        var now = clock.instant();
        store.looked(
                due, known, now, now.plus(intervals().after(due.subscription().every(), known.told())));
    }

    private void failed(Due due, FeedProblem problem) {
        var next = clock.instant().plus(intervals().afterFailures(due.failures() + 1));
        store.failed(due, problem, next);
    }

    private Intervals intervals() {
        return new Intervals(settings.interval(), settings.shortestInterval());
    }

    private static byte[] digest(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
