package org.kalends.support;

import java.util.stream.Stream;

/** The counters at {@code /metrics} of a server, of all its applications together. */
public record Counters(KalendsServer server) {

    /**
     * How often.
     *
     * @param name without {@code _total}
     * @param values of tags that it has to have, of any
     */
    public long of(String name, String... values) {
        return lines().filter(line -> line.startsWith(name + "_total{") || line.startsWith(name + "_count{"))
                .filter(line -> Stream.of(values).allMatch(value -> line.contains("\"" + value + "\"")))
                .mapToLong(Counters::value)
                .sum();
    }

    /** What a gauge shows; where applications differ, the most. */
    public long gauge(String name) {
        return lines().filter(line -> line.startsWith(name + "{"))
                .mapToLong(Counters::value)
                .max()
                .orElseThrow();
    }

    private Stream<String> lines() {
        return ApiClient.anonymous(server)
                .get("/metrics?scope=application")
                .raw()
                .body()
                .lines();
    }

    private static long value(String line) {
        return (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
