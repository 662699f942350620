package org.kalends.jms;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The Artemis adapter; with {@code Embedded=true} it brings its broker with it, so that a small installation needs no
 * other process. With an outer broker it is the plain adapter.
 */
public class BrokerAdapter extends ActiveMQResourceAdapter {

    private static final long serialVersionUID = 1;

    /** The broker writes several lines for every message there; held, because a logger that nobody holds forgets its level. */
    private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

    private boolean embedded = true;
    private transient @Nullable EmbeddedBroker broker;

    public Boolean getEmbedded() {
        return embedded;
    }

    public void setEmbedded(Boolean embedded) {
        this.embedded = embedded;
    }

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        AUDIT.setLevel(Level.WARNING);
        if (embedded) broker = EmbeddedBroker.started();
        super.start(context);
    }

    @Override
    public void stop() {
        super.stop();
        if (broker != null) broker.stop();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof BrokerAdapter that && embedded == that.embedded;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), embedded);
    }
}
