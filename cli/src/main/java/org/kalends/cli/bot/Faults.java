package org.kalends.cli.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Those that are still to come, in their order. */
final class Faults {

    private final List<Fault> coming = new ArrayList<>();

    synchronized void add(Fault fault) {
        coming.add(fault);
    }

    /** The next of a method, which is used up. */
    synchronized Optional<Fault> next(String method) {
        for (int at = 0; at < coming.size(); at++) {
            var fault = coming.get(at);
            if (!fault.method().equals(method)) continue;
            if (fault.times() <= 1) coming.remove(at);
            else coming.set(at, fault.once());
            return Optional.of(fault);
        }
        return Optional.empty();
    }
}
