package org.kalends.exchange.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Element;

/** Instances of series: each can be asked for, and is in the series' list once it is other. */
final class SimInstances {

    private record Place(SimItem series, Instant start) {

        String marked() {
            return "<t:OriginalStart>" + start + "</t:OriginalStart>";
        }
    }

    private final SimMailbox mailbox;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    SimInstances(SimMailbox mailbox) {
        this.mailbox = mailbox;
    }

    boolean isDeleted(SimItem series, Element occurrence) {
        return series.content("DeletedOccurrences").contains(deletion(start(series, occurrence)));
    }

    /** @param occurrence {@code t:OccurrenceItemId} */
    SimItem of(SimItem series, Element occurrence) {
        return at(series, start(series, occurrence));
    }

    SimItem at(SimItem series, Instant start) {
        var place = new Place(series, start);
        return known(place).orElseGet(() -> {
            var made = series.moved()
                    .with("CalendarItemType", "Exception")
                    .with("RecurrenceId", place.start().toString())
                    .with("Start", place.start().toString())
                    .with("End", place.start().plus(length(series)).toString())
                    .without("Recurrence")
                    .without("ModifiedOccurrences")
                    .without("DeletedOccurrences")
                    .without("Attachments")
                    .attachedAs(series);
            mailbox.holdingUnlisted(made);
            places.put(made.id(), place);
            return made;
        });
    }

    private static Duration length(SimItem series) {
        return Duration.between(Instant.parse(series.content("Start")), Instant.parse(series.content("End")));
    }

    private Optional<SimItem> known(Place place) {
        return places.entrySet().stream()
                .filter(one -> one.getValue().equals(place))
                .findFirst()
                .flatMap(one -> mailbox.item(one.getKey()));
    }

    /** The series is another item from now on. */
    void moved(SimItem series, SimItem other) {
        places.replaceAll((id, place) -> place.series() == series ? new Place(other, place.start()) : place);
    }

    boolean holds(SimItem instance) {
        return places.containsKey(instance.id());
    }

    /** It is another than the series says. */
    void change(SimItem instance) {
        var place = places.get(instance.id());
        var all = place.series().content("ModifiedOccurrences");
        if (!all.contains(place.marked())) {
            place.series()
                    .with(
                            "ModifiedOccurrences",
                            all + "<t:Occurrence>" + instance.idXml() + "<t:Start>" + instance.content("Start")
                                    + "</t:Start><t:End>" + instance.content("End") + "</t:End>" + place.marked()
                                    + "</t:Occurrence>");
        }
        mailbox.changed(place.series().touched());
    }

    void delete(SimItem instance) {
        var place = places.remove(instance.id());
        var series = place.series();
        var modified = series.content("ModifiedOccurrences")
                .replaceAll("<t:Occurrence><t:ItemId Id=\"" + instance.id() + "\".*?</t:Occurrence>", "");
        if (modified.isEmpty()) series.without("ModifiedOccurrences");
        else series.with("ModifiedOccurrences", modified);
        series.with("DeletedOccurrences", series.content("DeletedOccurrences") + deletion(place.start()));
        mailbox.changed(series);
    }

    private static String deletion(Instant start) {
        return "<t:DeletedOccurrence><t:Start>" + start + "</t:Start></t:DeletedOccurrence>";
    }

    /** Every so many days; other rules are not asked for by instance. */
    private static Instant start(SimItem series, Element occurrence) {
        long index = Long.parseLong(occurrence.getAttribute("InstanceIndex")) - 1;
        var rule = series.content("Recurrence");
        long days =
                (rule.contains("Weekly") ? 7 : 1) * Long.parseLong(rule.replaceFirst("(?s).*Interval>(\\d+)<.*", "$1"));
        return Instant.parse(series.content("Start")).plus(Duration.ofDays(index * days));
    }
}
