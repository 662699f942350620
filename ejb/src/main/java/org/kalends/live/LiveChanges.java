package org.kalends.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.kalends.event.ChangeNotice;

/**
 * Hands the changes of all nodes to whoever listens on this one. A registry and no CDI event, because listeners live
 * in a WAR that the EJB module does not see.
 */
@ApplicationScoped
public class LiveChanges {

    private final Set<Consumer<ChangeNotice>> listeners = new CopyOnWriteArraySet<>();

    /** The listener must not wait: it is called on the broker's thread. */
    public void subscribe(Consumer<ChangeNotice> listener) {
        listeners.add(listener);
    }

    public void unsubscribe(Consumer<ChangeNotice> listener) {
        listeners.remove(listener);
    }

    /** Tells every listener. */
    public void publish(ChangeNotice notice) {
        listeners.forEach(listener -> listener.accept(notice));
    }
}
