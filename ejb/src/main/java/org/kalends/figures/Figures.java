package org.kalends.figures;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counters and timers at {@code /metrics}. Each says of which application it is: with Payara Micro both WARs bring the
 * same work along, and figures of one name without it would be taken for one.
 */
@ApplicationScoped
public class Figures {

    private static final String APP = "app";

    @Inject
    MetricRegistry metrics;

    @Resource(lookup = "java:app/AppName")
    String app;

    private final Counts counts = new Counts();

    /** Once more. */
    public void count(String name, Tag... tags) {
        metrics.counter(name, ours(tags)).inc();
        counts.count(name, tags);
    }

    /** It took so long. */
    public void took(String name, Duration length, Tag... tags) {
        metrics.timer(name, ours(tags)).update(length);
    }

    /** The counters, for who has no registry. */
    public Counts counts() {
        return counts;
    }

    private Tag[] ours(Tag... tags) {
        return Stream.concat(Stream.of(new Tag(APP, app)), List.of(tags).stream())
                .toArray(Tag[]::new);
    }
}
