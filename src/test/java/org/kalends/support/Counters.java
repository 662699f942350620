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
        return ApiClient.anonymous(server)
                .get("/metrics?scope=application")
                .raw()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "_total{") || line.startsWith(name + "_count{"))
                .filter(line -> Stream.of(values).allMatch(value -> line.contains("\"" + value + "\"")))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
