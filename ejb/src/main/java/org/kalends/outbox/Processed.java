package org.kalends.outbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kalends.outbox.store.ProcessedStore;

/**
 * The memory of consumers. Effect and memory commit together, so a message that comes again changes nothing; two that
 * come at the same time wait for each other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Processed {

    @Inject
    ProcessedStore memory;

    /**
     * Remembers the key.
     *
     * @param consumer who asks; each has a memory of its own
     * @return true for the first time, false when the effect was had before
     */
    public boolean once(UUID home, String consumer, String key) {
        return memory.remember(home, consumer, key);
    }

    /** Those of the homes that remember the key that stands beside them; one statement. */
    public Set<UUID> remembered(String consumer, Map<UUID, String> keys) {
        return keys.isEmpty() ? Set.of() : memory.remembered(consumer, keys);
    }
}
