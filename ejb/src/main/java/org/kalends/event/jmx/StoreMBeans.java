package org.kalends.event.jmx;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.kalends.event.ChangePruning;
import org.kalends.event.Rebuild;
import org.kalends.event.StoreUpkeep;

/** Shows {@link StoreMXBean} in the platform's MBean server. */
@Singleton
@Startup
@DependsOn("Migrations")
public class StoreMBeans {

    @Resource(lookup = "java:app/AppName")
    String app;

    @Inject
    StoreUpkeep upkeep;

    @Inject
    Rebuild rebuild;

    @Inject
    ChangePruning pruning;

    @PostConstruct
    void register() {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(new View(upkeep, rebuild, pruning), name());
        } catch (JMException e) {
            throw new IllegalStateException("The MBean of the event store cannot be registered", e);
        }
    }

    @PreDestroy
    void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name());
        } catch (JMException e) {
            throw new IllegalStateException("The MBean of the event store cannot be taken away", e);
        }
    }

    private ObjectName name() throws JMException {
        return new ObjectName("org.kalends:type=EventStore,app=" + app);
    }

    private record View(StoreUpkeep upkeep, Rebuild everything, ChangePruning pruning) implements StoreMXBean {

        @Override
        public long rebuild() {
            return everything.all();
        }

        @Override
        public long rollHorizon() {
            long done = 0;
            for (int lot = upkeep.roll(); lot > 0; lot = upkeep.roll()) done += lot;
            return done;
        }

        @Override
        public long pruneChanges() {
            long done = 0;
            for (int lot = pruning.lot(); lot > 0; lot = pruning.lot()) done += lot;
            return done;
        }

        @Override
        public long forgetSyncTokens() {
            return pruning.raiseEpoch();
        }
    }
}
