package org.kalends.exchange;

import java.util.List;
import java.util.stream.Stream;

/** What becomes of an address of a list. */
public sealed interface Asked<T> {

    /** Something was begun for it. */
    record Begun<T>(T what) implements Asked<T> {}

    /** Nothing was. */
    record Refused<T>(String address, String reason) implements Asked<T> {}

    /** Of those for which something was. */
    static <T> List<T> begun(List<Asked<T>> all) {
        return all.stream()
                .flatMap(one -> one instanceof Begun<T> begun ? Stream.of(begun.what()) : Stream.empty())
                .toList();
    }

    /** Those for which nothing was. */
    static <T> List<Refused<T>> refused(List<Asked<T>> all) {
        return all.stream()
                .flatMap(one -> one instanceof Refused<T> refused ? Stream.of(refused) : Stream.empty())
                .toList();
    }
}
