package org.kalends.exchange.folder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** The same with something else to be stored. */
    public FolderPage with(List<Ready> other) {
        return new FolderPage(folder, present, unchanged, other, left, gone, syncState, last);
    }

    /**
     * An item as it will be stored.
     *
     * @param lone ids of the items that it was made of by the moments of their instances, where the series is not there
     * @param files that hang on it; the text does not name them yet
     * @param losses what it does not say of the item
     */
    public record Ready(
            ItemId id,
            String title,
            ObjectText text,
            Map<Instant, ItemId> lone,
            List<PartFile> files,
            List<String> losses) {

        public Ready {
            lone = Map.copyOf(lone);
            files = List.copyOf(files);
            losses = List.copyOf(losses);
        }

        public Ready with(List<PartFile> other) {
            return new Ready(id, title, text, lone, other, losses);
        }

        public Ready with(ObjectText other) {
            return new Ready(id, title, other, lone, files, losses);
        }

        /** The same without a file. */
        public Ready without(PartFile file, String loss) {
            var less = files.stream().filter(one -> !one.equals(file)).toList();
            var more =
                    Stream.concat(losses.stream(), Stream.of(loss)).distinct().toList();
            return new Ready(id, title, text, lone, less, more);
        }

        public Uid uid() {
            return text.uid();
        }

        /** What became of it. */
        public ItemOutcome outcome(Folder folder, Action action) {
            return outcome(folder, action, String.join("; ", losses));
        }

        public ItemOutcome outcome(Folder folder, Action action, String reason) {
            return new ItemOutcome(id.id(), uid().value(), folder.name(), title, action, reason);
        }
    }
}
