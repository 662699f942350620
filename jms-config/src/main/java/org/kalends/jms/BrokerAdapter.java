package org.kalends.jms;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.apache.activemq.artemis.ra.ConnectionFactoryProperties;
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
    private @Nullable String passwordFile;
    private transient @Nullable EmbeddedBroker broker;

    public Boolean getEmbedded() {
        return embedded;
    }

    public void setEmbedded(Boolean embedded) {
        this.embedded = embedded;
    }

    public @Nullable String getPasswordFile() {
        return passwordFile;
    }

    /** What stands in that file is the password, so that no configuration of a server has to hold it. */
    public void setPasswordFile(@Nullable String passwordFile) {
        this.passwordFile = passwordFile;
    }

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        AUDIT.setLevel(Level.WARNING);
        if (passwordFile != null && !passwordFile.isBlank()) setPassword(passwordIn(passwordFile));
        if (embedded) broker = EmbeddedBroker.started();
        super.start(context);
    }

    private static String passwordIn(String file) throws ResourceAdapterInternalException {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new ResourceAdapterInternalException("the broker's password cannot be read from " + file, e);
        }
    }

    @Override
    public ActiveMQConnectionFactory newConnectionFactory(ConnectionFactoryProperties properties) {
        var plain = super.newConnectionFactory(properties);
        var user = getUserName();
        return user == null || user.isEmpty() ? plain : new NamedConnectionFactory(plain, user, getPassword());
    }

    @Override
    public void stop() {
        super.stop();
        if (broker != null) broker.stop();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof BrokerAdapter that
                && embedded == that.embedded
                && Objects.equals(passwordFile, that.passwordFile);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), embedded, passwordFile);
    }
}
