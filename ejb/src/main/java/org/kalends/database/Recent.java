package org.kalends.database;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows of a table that are never changed once they are written, as far as they were read lately: what many consumers
 * read one after the other is fetched and parsed once. Absence is not remembered.
 */
public final class Recent<K, V> {

    private final Map<K, V> kept;

    public Recent(int most) {
        this.kept = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Those that there are; what is not kept is read at once. */
    public Map<K, V> of(Collection<K> keys, Function<Collection<K>, Map<K, V>> read) {
        var found = new HashMap<K, V>();
        synchronized (kept) {
            for (var key : keys) {
                var value = kept.get(key);
                if (value != null) found.put(key, value);
            }
        }
        var missing =
                keys.stream().distinct().filter(key -> !found.containsKey(key)).toList();
        if (missing.isEmpty()) return found;
        var fetched = read.apply(missing);
        synchronized (kept) {
            kept.putAll(fetched);
        }
        found.putAll(fetched);
        return found;
    }
}
