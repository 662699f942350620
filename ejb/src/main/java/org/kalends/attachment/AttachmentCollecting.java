package org.kalends.attachment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.content.ContentStore;
import org.kalends.attachment.store.AttachmentStore;

/** Puts away files that no event names any more, and octets that no file needs, once they are a day old. */
@Stateless
public class AttachmentCollecting {

    private static final Duration AGE = Duration.ofDays(1);
    private static final int LOT = 500;

    @Inject
    AttachmentStore store;

    @Inject
    ContentStore contents;

    @Inject
    Clock clock;

    /**
     * A lot of files in the order of their ids.
     *
     * @param after where the last lot ended; null to begin
     * @return where to go on; null when all were looked at
     */
    public @Nullable UUID forgetUnnamed(@Nullable UUID after) {
        return store.forgetUnnamed(after, AGE, LOT).orElse(null);
    }

    /** Links whose time is long over. */
    public void forgetLinks() {
        store.forgetOldLinks(AGE);
    }

    /** Octets that nobody needs. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sweep() {
        contents.olderThan(
                clock.instant().minus(AGE), digest -> store.whenUnneeded(digest, () -> contents.remove(digest)));
    }
}
