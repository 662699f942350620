package org.kalends.exchange.migration;

import java.util.List;
import org.kalends.event.resource.ObjectText;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.migration.ItemOutcome.Action;
import org.kalends.icalendar.Uid;

/**
 * A page of a calendar, read and understood.
 *
 * @param seen how many items it has
 * @param unchanged how many of them were taken before as they are
 * @param ready what is to be stored
 * @param left what is not
 * @param syncState Exchange's word for the place after it
 * @param last whether nothing comes after it
 */
record FolderPage(
        Folder folder,
        int seen,
        int unchanged,
        List<Ready> ready,
        List<ItemOutcome> left,
        String syncState,
        boolean last) {

    /**
     * An item as it will be stored.
     *
     * @param losses what it does not say of the item; empty if nothing
     */
    record Ready(ItemId id, String title, ObjectText text, String losses) {

        Uid uid() {
            return text.uid();
        }

        ItemOutcome outcome(Folder folder, Action action, String reason) {
            return new ItemOutcome(id.id(), uid().value(), folder.name(), title, action, reason);
        }
    }
}
