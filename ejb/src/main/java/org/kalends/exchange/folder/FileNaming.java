package org.kalends.exchange.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.FileLink;

/** Which files the parts of an event name: those of Exchange as they hang there, and behind them those of people here. */
final class FileNaming {

    /** What Exchange's part names. */
    private record Theirs(PartFile file, FileLink link) {}

    private final Set<String> fromExchange;
    private final Optional<EventSeries> here;
    private final List<Theirs> theirs = new ArrayList<>();

    /**
     * @param fromExchange files that came from there before
     * @param here the event as it is
     */
    FileNaming(Collection<UUID> fromExchange, Optional<EventSeries> here) {
        this.fromExchange = fromExchange.stream().map(UUID::toString).collect(Collectors.toSet());
        this.here = here;
    }

    void name(PartFile file, FileLink link) {
        theirs.add(new Theirs(file, link));
    }

    /** The part with its files. */
    EventComponent named(EventComponent part) {
        var links = Stream.concat(
                        theirs.stream()
                                .filter(one -> one.file().isOf(part.recurrenceId()))
                                .map(Theirs::link),
                        ours(part))
                .toList();
        return part.withDetails(part.details().withFiles(distinct(links)));
    }

    private Stream<FileLink> ours(EventComponent part) {
        return here.stream()
                .flatMap(EventSeries::stream)
                .filter(one -> Objects.equals(one.recurrenceId(), part.recurrenceId()))
                .flatMap(one -> one.details().files().stream())
                .filter(file -> !fromExchange.contains(file.managedId()));
    }

    private static List<FileLink> distinct(List<FileLink> links) {
        var seen = new HashSet<String>();
        return links.stream().filter(link -> seen.add(link.uri())).toList();
    }
}
