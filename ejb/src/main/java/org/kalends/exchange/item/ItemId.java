package org.kalends.exchange.item;

import java.util.Optional;
import org.kalends.exchange.ews.xml.Element;

/**
 * Where an item is in Exchange, and which state of it.
 *
 * @param id opaque; another one after a move to another folder
 * @param changeKey opaque; another one after each change, also of one instance of a series
 */
public record ItemId(String id, String changeKey) {

    /** That of an item, or of what else has one; empty where it is not told. */
    public static Optional<ItemId> of(Element item) {
        return item.child("t:ItemId").flatMap(found -> found.attribute("Id")
                .map(id -> new ItemId(id, found.attribute("ChangeKey").orElse(""))));
    }

    public Element element() {
        return Element.of("t:ItemId").with("Id", id);
    }
}
