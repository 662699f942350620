package org.kalends.event.jmx;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.kalends.event.ChangePruning;
import org.kalends.event.Rebuild;
import org.kalends.event.StoreUpkeep;
import org.kalends.figures.MBeans;

/** Shows {@link StoreMXBean} in the platform's MBean server. */
@Singleton
@Startup
@DependsOn("Migrations")
public class StoreMBeans {

    @Inject
    StoreUpkeep upkeep;

    @Inject
    Rebuild rebuild;

    @Inject
    ChangePruning pruning;

    @Inject
    MBeans beans;

    @PostConstruct
    void register() {
        beans.register("type=EventStore", new View(upkeep, rebuild, pruning));
    }

    @PreDestroy
    void unregister() {
        beans.unregisterAll();
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
