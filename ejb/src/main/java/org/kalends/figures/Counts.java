package org.kalends.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Tag;

/** How often each thing was counted; read by threads of a console, which are of no application and have no registry. */
public final class Counts {

    private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();

    private record Counted(String name, List<String> values) {}

    void count(String name, Tag... tags) {
        var counted = new Counted(name, Stream.of(tags).map(Tag::getTagValue).toList());
        counts.computeIfAbsent(counted, any -> new LongAdder()).increment();
    }

    /** Of all of that name that have these among the values of their tags. */
    public long of(String name, Collection<String> values) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().name().equals(name))
                .filter(count -> count.getKey().values().containsAll(values))
                .mapToLong(count -> count.getValue().sum())
                .sum();
    }
}
