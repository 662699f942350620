package org.kalends.icalendar.recurrence;

import java.util.List;

/**
 * BYSETPOS: which of a period's candidates are taken, by index.
 *
 * @param positions indexes in order, each once; empty if all are taken
 */
record SetPositions(int count, List<Integer> positions) {

    static final SetPositions NONE = new SetPositions(0, List.of());

    static SetPositions of(List<Integer> wanted, int size) {
        if (wanted.isEmpty()) return new SetPositions(size, List.of());
        var positions = wanted.stream()
                .map(position -> position > 0 ? position - 1 : size + position)
                .filter(index -> index >= 0 && index < size)
                .distinct()
                .sorted()
                .toList();
        return new SetPositions(positions.size(), positions);
    }

    int get(int at) {
        return positions.isEmpty() ? at : positions.get(at);
    }
}
