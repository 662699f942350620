package org.kalends.exchange.sync.jmx;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kalends.exchange.sync.MailboxSubscriptions;
import org.kalends.figures.MBeans;

/** Shows {@link ExchangeSyncMXBean} in the platform's MBean server. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SyncMBean {

    @Inject
    MBeans beans;

    @Inject
    MailboxSubscriptions subscriptions;

    @Inject
    Clock clock;

    @PostConstruct
    void register() {
        beans.register("type=ExchangeSync", new SyncView(subscriptions, clock));
    }

    @PreDestroy
    void unregister() {
        beans.unregisterAll();
    }
}
