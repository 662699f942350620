package org.kalends.caldav.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kalends.caldav.resource.Viewing.Lookup;
import org.kalends.calendar.CalendarCollections;
import org.kalends.calendar.HomeEditing;
import org.kalends.calendar.Quota;
import org.kalends.calendar.SharingInvitations;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;
import org.kalends.sharing.Share;
import org.kalends.sharing.Shares;
import org.kalends.sharing.SharingNotice;
import org.kalends.subscription.Subscription;
import org.kalends.subscription.Subscriptions;

/** What a request may have to look up, each a statement or two, however much is asked for. */
@ApplicationScoped
public class Looking {

    @Inject
    Directory directory;

    @Inject
    CalendarCollections calendars;

    @Inject
    Shares sharing;

    @Inject
    SharingInvitations invitations;

    @Inject
    Quota quota;

    @Inject
    HomeEditing homes;

    @Inject
    Subscriptions subscriptions;

    public Lookup of(Principal viewer) {
        return new ForViewer(viewer);
    }

    private final class ForViewer implements Lookup {

        private final Principal viewer;

        ForViewer(Principal viewer) {
            this.viewer = viewer;
        }

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
        public List<Resource> members(Principal owner) {
            var members = new ArrayList<Resource>();
            calendars.of(viewer, owner.id()).forEach(calendar -> members.add(Resource.calendar(owner, calendar)));
            members.add(Resource.inbox(owner, calendars.inbox(owner)));
            members.add(Resource.of(Kind.OUTBOX, Hrefs.outbox(owner), owner));
            members.add(Resource.of(Kind.NOTIFICATIONS, Hrefs.notifications(owner), owner));
            return members;
        }

        @Override
        public Map<UUID, Level> delegations() {
            return sharing.delegations(viewer);
        }

        @Override
        public Quota.Room room(UUID home) {
            return quota.of(home);
        }

        @Override
        public Map<UUID, Subscription> subscriptions() {
            return subscriptions.of(viewer).stream()
                    .collect(Collectors.toMap(Subscription::calendar, Function.identity()));
        }

        @Override
        public List<SharingNotice> notices() {
            return invitations.of(viewer);
        }

        @Override
        public String availability(UUID home) {
            return homes.availability(home);
        }
    }
}
