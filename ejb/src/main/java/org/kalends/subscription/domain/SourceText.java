package org.kalends.subscription.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kalends.calendar.SubscriptionChange.Strip;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Item;

/**
 * An object of a feed as it is kept. Its UID is another one: a meeting that stands in a feed too stays apart from its
 * invitation. Its people are left out, as it is nobody's meeting here.
 */
public final class SourceText {

    private static final Set<String> PEOPLE = Set.of("ORGANIZER", "ATTENDEE", "REQUEST-STATUS");

    private final UUID calendar;
    private final Set<Strip> strips;

    public SourceText(UUID calendar, Set<Strip> strips) {
        this.calendar = calendar;
        this.strips = Set.copyOf(strips);
    }

    /** The UID that an object of the feed has here. */
    public String uid(String there) {
        return UUID.nameUUIDFromBytes((calendar + " " + there).getBytes(UTF_8)) + "@feed.kalends";
    }

    /** Whether objects of that kind are taken. */
    public boolean takes(String component) {
        return !(component.equals("VTODO") && strips.contains(Strip.TODOS));
    }

    /**
     * An object as it is kept.
     *
     * @param uid that it has here
     */
    public record Kept(String uid, String text) {}

    public Kept of(String text) {
        var calendar = ContentReader.calendar(text);
        var there = calendar.items().stream()
                .filter(SourceText::told)
                .flatMap(component -> ((Block) component).lines("UID"))
                .findFirst()
                .map(line -> line.value().strip())
                .orElse("");
        var here = calendar.edit(items -> items.stream().map(this::component).toList());
        return new Kept(uid(there), here.raw());
    }

    private static boolean told(Item item) {
        return item instanceof Block block && !block.name().equals("VTIMEZONE");
    }

    private Item component(Item item) {
        return told(item) ? ((Block) item).edit(this::lines) : item;
    }

    private List<Item> lines(List<Item> items) {
        return items.stream().filter(this::kept).map(this::renamed).toList();
    }

    private boolean kept(Item item) {
        return switch (item.name()) {
            case "VALARM" -> !strips.contains(Strip.ALARMS);
            case "ATTACH" -> !strips.contains(Strip.ATTACHMENTS);
            default -> !PEOPLE.contains(item.name());
        };
    }

    private Item renamed(Item item) {
        return item instanceof ContentLine line && line.name().equals("UID")
                ? ContentLine.of("UID", uid(line.value().strip()))
                : item;
    }
}
