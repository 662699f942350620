package org.kalends.caldav.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kalends.caldav.resource.Viewing.Lookup;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;
import org.kalends.sharing.Share;
import org.kalends.sharing.Shares;

/** What a request may have to look up, each a statement or two, however much is asked for. */
@ApplicationScoped
public class Looking {

    @Inject
    Directory directory;

    @Inject
    Shares sharing;

    public Lookup of(Principal viewer) {
        return new Lookup() {
            @Override
            public List<CalendarAddress> addresses(UUID principal) {
                return directory.addressesOf(principal);
            }

            @Override
            public Map<UUID, Principal> people(Collection<UUID> ids) {
                return directory.byIds(ids);
            }

            @Override
            public Map<UUID, List<Share>> shares(UUID home) {
                return sharing.ofHome(home);
            }

            @Override
            public Map<UUID, Level> delegations() {
                return sharing.delegations(viewer);
            }
        };
    }
}
