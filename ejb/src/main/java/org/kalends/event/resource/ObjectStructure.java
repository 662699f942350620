package org.kalends.event.resource;

import java.util.HashSet;
import java.util.List;
import org.kalends.event.resource.ObjectRefused.Reason;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.Texts;

/**
 * What a calendar object is made of: components of one kind and one UID, at most one of them without RECURRENCE-ID.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-4.1">RFC 4791, 4.1</a>
 */
record ObjectStructure(Component component, Uid uid, List<Block> blocks) {

    static ObjectStructure of(Block calendar) {
        if (calendar.line("METHOD").isPresent()) {
            throw refused("METHOD has no place in a stored object");
        }
        var blocks = calendar.items().stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .filter(block -> !block.name().equals("VTIMEZONE"))
                .toList();
        if (blocks.isEmpty()) throw refused("There is no component but time zones");
        var names = new HashSet<String>();
        blocks.forEach(block -> names.add(block.name()));
        if (names.size() > 1) throw refused("Components of several kinds: " + String.join(", ", names));
        var component = component(names.iterator().next());
        var structure = new ObjectStructure(component, uid(blocks), blocks);
        structure.checkInstances();
        return structure;
    }

    private static Component component(String name) {
        return Component.named(name)
                .orElseThrow(() -> new ObjectRefused(Reason.SUPPORTED_CALENDAR_COMPONENT, name + " is not stored"));
    }

    private static Uid uid(List<Block> blocks) {
        var uids = new HashSet<String>();
        for (var block : blocks) {
            uids.add(block.line("UID")
                    .map(line -> Texts.unescape(line.value()).strip())
                    .orElse(""));
        }
        if (uids.contains("")) throw new InvalidCalendarData("UID is missing");
        if (uids.size() > 1) throw refused("The UID is not the same in all components");
        return new Uid(uids.iterator().next());
    }

    private void checkInstances() {
        var seen = new HashSet<String>();
        for (var block : blocks) {
            var id = block.line("RECURRENCE-ID")
                    .map(line -> line.paramValue("TZID") + " " + line.value().strip())
                    .orElse("");
            if (!seen.add(id)) {
                throw refused(
                        id.isEmpty() ? "Two components without RECURRENCE-ID" : "RECURRENCE-ID stands twice:" + id);
            }
        }
    }

    private static ObjectRefused refused(String detail) {
        return new ObjectRefused(Reason.VALID_CALENDAR_OBJECT_RESOURCE, detail);
    }
}
