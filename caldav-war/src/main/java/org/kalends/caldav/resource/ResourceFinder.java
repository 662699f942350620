package org.kalends.caldav.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kalends.caldav.http.DavPath;
import org.kalends.calendar.CalendarCollections;
import org.kalends.calendar.SharingInvitations;
import org.kalends.event.resource.ObjectReading;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;

/**
 * From an address to what stands there. What the viewer may not see is not there for him. A home of one's own costs no
 * statement, a calendar one, an object one more.
 */
@ApplicationScoped
public class ResourceFinder {

    private static final Pattern NOTIFICATION = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.xml");

    @Inject
    Directory directory;

    @Inject
    CalendarCollections calendars;

    @Inject
    ObjectReading objects;

    @Inject
    SharingInvitations invitations;

    public Optional<Resource> find(Principal viewer, DavPath path) {
        if (path.length() == 0) return Optional.of(Resource.common(Kind.ROOT, Hrefs.ROOT));
        return switch (path.segment(0)) {
            case "principals" -> principal(viewer, path);
            case "calendars" -> inHomes(viewer, path);
            default -> Optional.empty();
        };
    }

    private Optional<Resource> principal(Principal viewer, DavPath path) {
        if (path.length() == 1) return Optional.of(Resource.common(Kind.PRINCIPALS, Hrefs.PRINCIPALS));
        var folder = path.segment(1);
        if (path.length() == 2) {
            return isFolder(folder)
                    ? Optional.of(Resource.common(Kind.PRINCIPALS, Hrefs.PRINCIPALS + folder + "/"))
                    : Optional.empty();
        }
        var found = named(viewer, path.segment(2))
                .filter(principal -> Hrefs.folder(principal.kind()).equals(folder));
        if (path.length() == 3) return found.map(p -> Resource.of(Kind.PRINCIPAL, Hrefs.principal(p), p));
        return path.length() == 4 ? found.flatMap(p -> proxy(p, path.segment(3))) : Optional.empty();
    }

    private static Optional<Resource> proxy(Principal principal, String name) {
        var href = Hrefs.principal(principal) + name + "/";
        return switch (name) {
            case "calendar-proxy-read" -> Optional.of(Resource.of(Kind.PROXY_READ, href, principal));
            case "calendar-proxy-write" -> Optional.of(Resource.of(Kind.PROXY_WRITE, href, principal));
            default -> Optional.empty();
        };
    }

    private static boolean isFolder(String name) {
        for (var kind : Principal.Kind.values()) if (Hrefs.folder(kind).equals(name)) return true;
        return false;
    }

    private Optional<Resource> inHomes(Principal viewer, DavPath path) {
        if (path.length() == 1) return Optional.of(Resource.common(Kind.HOMES, Hrefs.HOMES));
        var owner = named(viewer, path.segment(1));
        if (path.length() == 2)
            return owner.filter(found -> found.id().equals(viewer.id()))
                    .map(found -> Resource.of(Kind.HOME, Hrefs.home(found), found));
        return switch (path.length()) {
            case 3 -> owner.flatMap(found -> inHome(viewer, found, path.segment(2)));
            case 4 -> owner.flatMap(found -> inHome(viewer, found, path.segment(2)))
                    .flatMap(collection -> member(collection, path.segment(3)));
            default -> Optional.empty();
        };
    }

    private Optional<Resource> inHome(Principal viewer, Principal owner, String name) {
        if (!owner.id().equals(viewer.id())) return calendar(viewer, owner, name);
        return switch (name) {
            case Resource.INBOX -> Optional.of(Resource.inbox(owner, calendars.inbox(owner)));
            case Resource.OUTBOX -> Optional.of(Resource.of(Kind.OUTBOX, Hrefs.outbox(owner), owner));
            case Resource.NOTIFICATIONS -> Optional.of(
                    Resource.of(Kind.NOTIFICATIONS, Hrefs.notifications(owner), owner));
            default -> calendar(viewer, owner, name);
        };
    }

    private Optional<Resource> calendar(Principal viewer, Principal owner, String uri) {
        return calendars.find(viewer, owner.id(), uri).map(calendar -> Resource.calendar(owner, calendar));
    }

    private Optional<Resource> member(Resource collection, String name) {
        return switch (collection.kind()) {
            case CALENDAR, INBOX -> object(collection, name);
            case NOTIFICATIONS -> notification(collection.owner(), name);
            default -> Optional.empty();
        };
    }

    private Optional<Resource> notification(Principal viewer, String name) {
        var id = NOTIFICATION.matcher(name);
        return id.matches()
                ? invitations
                        .find(viewer, UUID.fromString(id.group(1)))
                        .map(notice -> Resource.notification(viewer, notice))
                : Optional.empty();
    }

    private Optional<Resource> object(Resource calendar, String name) {
        return objects.head(calendar.calendar(), name).map(calendar::with);
    }

    /** The calendar or inbox that an address of four segments lies in, whether there is such an object or not. */
    public Optional<Resource> calendarOf(Principal viewer, DavPath path) {
        if (path.length() != 4 || !path.segment(0).equals("calendars")) return Optional.empty();
        return inHomes(viewer, new DavPath(path.segments().subList(0, 3), true))
                .filter(found -> found.kind() == Kind.CALENDAR || found.kind() == Kind.INBOX);
    }

    /** Oneself without asking. */
    private Optional<Principal> named(Principal viewer, String name) {
        if (name.equals(viewer.login())
                || name.equalsIgnoreCase(viewer.address().value())) return Optional.of(viewer);
        return directory.byLogin(name);
    }
}
