package org.kalends.caldav.resource;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kalends.caldav.http.DavPath;
import org.kalends.caldav.http.Refusal;
import org.kalends.identity.Principal;

/** Addresses in their canonical form: absolute paths without a host, so proxies are no trouble. */
public final class Hrefs {

    /** Where the application is. */
    public static final String ROOT = "/dav/";

    public static final String PRINCIPALS = ROOT + "principals/";
    public static final String HOMES = ROOT + "calendars/";

    private Hrefs() {}

    /** What an address in a request means, with or without a host; empty where it is none of CalDAV's. */
    public static Optional<DavPath> path(String href) {
        int start = href.startsWith("http") ? href.indexOf('/', href.indexOf("//") + 2) : 0;
        var path = start < 0 ? "" : href.substring(start);
        if (!path.startsWith(ROOT)) return Optional.empty();
        try {
            return Optional.of(DavPath.parse(path.substring(ROOT.length() - 1)));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    public static String principal(Principal principal) {
        return PRINCIPALS + folder(principal.kind()) + "/" + DavPath.encode(principal.login()) + "/";
    }

    /** The part of the directory that principals of a kind are in. */
    public static String folder(Principal.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "s";
    }

    public static String home(Principal owner) {
        return HOMES + DavPath.encode(owner.login()) + "/";
    }

    public static String calendar(Principal owner, String uri) {
        return home(owner) + DavPath.encode(uri) + "/";
    }

    public static String inbox(Principal owner) {
        return home(owner) + Resource.INBOX + "/";
    }

    public static String outbox(Principal owner) {
        return home(owner) + Resource.OUTBOX + "/";
    }

    public static String notifications(Principal owner) {
        return home(owner) + Resource.NOTIFICATIONS + "/";
    }

    public static String notification(Principal owner, UUID id) {
        return notifications(owner) + id + ".xml";
    }
}
