package org.kalends.jms;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQXAConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Logs in by the adapter's own name where the caller has none: Payara's connection pool has every connection made for the
 * user with the empty name, whatever the adapter's {@code UserName} says.
 */
final class NamedConnectionFactory extends ActiveMQXAConnectionFactory {

    private static final long serialVersionUID = 1;

    private final String user;
    private final transient @Nullable String password;

    /** @param plain where and how to connect */
    NamedConnectionFactory(ActiveMQConnectionFactory plain, String user, @Nullable String password) {
        super(plain.getServerLocator());
        setEnableSharedClientID(plain.isEnableSharedClientID());
        setDupsOKBatchSize(plain.getDupsOKBatchSize());
        setTransactionBatchSize(plain.getTransactionBatchSize());
        setIgnoreJTA(plain.isIgnoreJTA());
        this.user = user;
        this.password = password;
    }

    @Override
    protected synchronized ActiveMQConnection createConnectionInternal(
            @Nullable String name, @Nullable String secret, boolean isXA, int type) throws JMSException {
        if (name != null && !name.isEmpty()) return super.createConnectionInternal(name, secret, isXA, type);
        return super.createConnectionInternal(user, password, isXA, type);
    }
}
