package org.kalends.exchange.folder;

import java.util.List;
import org.kalends.event.resource.ObjectText;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.folder.ItemOutcome.Action;
import org.kalends.exchange.item.ItemId;
import org.kalends.icalendar.Uid;

/**
 * A page of a calendar, read and understood.
 *
 * @param present ids of all items that it has
 * @param unchanged how many of them were taken before as they are
 * @param ready what is to be stored
 * @param left what is not
 * @param gone ids of items that are not in that calendar any more
 * @param syncState Exchange's word for the place after it
 * @param last whether nothing comes after it
 */
public record FolderPage(
        Folder folder,
        List<String> present,
        int unchanged,
        List<Ready> ready,
        List<ItemOutcome> left,
        List<String> gone,
        String syncState,
        boolean last) {

    /** The same with nothing to be stored. */
    public FolderPage withoutReady() {
        return new FolderPage(folder, present, unchanged, List.of(), left, gone, syncState, last);
    }

    /**
     * An item as it will be stored.
     *
     * @param losses what it does not say of the item; empty if nothing
     */
    public record Ready(ItemId id, String title, ObjectText text, String losses) {

        public Uid uid() {
            return text.uid();
        }

        /** What became of it. */
        public ItemOutcome outcome(Folder folder, Action action, String reason) {
            return new ItemOutcome(id.id(), uid().value(), folder.name(), title, action, reason);
        }
    }
}
