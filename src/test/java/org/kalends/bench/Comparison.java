package org.kalends.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The server and bare SQL at the same work, taking turns: a shared machine's noise meets both. Absolute times say little
 * there, their ratio says more.
 */
final class Comparison {

    private static final int ROUNDS = 10;
    private static final int TURNS = 30;
    private static final int WARM_UP = 150;

    /** One piece of work, from question to answer. */
    interface Work {
        void run() throws Exception;
    }

    private final String name;
    private final Work server;
    private final Work bare;
    private final Work settled;

    Comparison(String name, Work server, Work bare) {
        this(name, server, bare, () -> {});
    }

    /** @param settled waits, untimed, for what the server's answer left to be done */
    Comparison(String name, Work server, Work bare, Work settled) {
        this.name = name;
        this.server = server;
        this.bare = bare;
        this.settled = settled;
    }

    static String heading() {
        return """
                | work | server p50 | server p95 | bare SQL p50 | bare SQL p95 | server ÷ bare: min | median | max |
                |---|---|---|---|---|---|---|---|""";
    }

    /** A line of the table; times in milliseconds, the ratio over rounds of medians. */
    String measured() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            server.run();
            settled.run();
            bare.run();
        }
        var servers = new ArrayList<Double>();
        var bares = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var one = new ArrayList<Double>();
            var other = new ArrayList<Double>();
            for (int turn = 0; turn < TURNS; turn++) {
                one.add(timed(server));
                settled.run();
                other.add(timed(bare));
            }
            ratios.add(percentile(one, 50) / percentile(other, 50));
            servers.addAll(one);
            bares.addAll(other);
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f | %.1f | %.1f |",
                name,
                percentile(servers, 50),
                percentile(servers, 95),
                percentile(bares, 50),
                percentile(bares, 95),
                Collections.min(ratios),
                percentile(ratios, 50),
                Collections.max(ratios));
    }

    static double timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    static double percentile(List<Double> times, int percent) {
        var sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
