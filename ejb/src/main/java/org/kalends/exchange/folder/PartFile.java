package org.kalends.exchange.folder;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentKeeping.Taken;
import org.kalends.exchange.item.AttachedFile;
import org.kalends.icalendar.EventTime;

/**
 * A file of the item itself, or of one of its instances.
 *
 * @param instance the place of the instance; null for the item itself
 * @param octets null where they were not brought
 */
public record PartFile(@Nullable EventTime instance, AttachedFile file, @Nullable Taken octets) {

    static PartFile of(@Nullable EventTime instance, AttachedFile file) {
        return new PartFile(instance, file, null);
    }

    PartFile with(Taken brought) {
        return new PartFile(instance, file, brought);
    }

    boolean isOf(@Nullable EventTime part) {
        return Objects.equals(instance, part);
    }
}
