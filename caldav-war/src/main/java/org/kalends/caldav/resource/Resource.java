package org.kalends.caldav.resource;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.DavPath;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.resource.CalendarObject;
import org.kalends.event.resource.Member;
import org.kalends.identity.Principal;
import org.kalends.sharing.SharingNotice;

/** What stands at an address; the address is the canonical one. */
public final class Resource {

    public static final String INBOX = "inbox";
    public static final String OUTBOX = "outbox";
    public static final String NOTIFICATIONS = "notifications";

    private final Kind kind;
    private final String href;
    private final @Nullable Principal owner;
    private final @Nullable CalendarCollection calendar;
    private final @Nullable Member member;
    private final @Nullable SharingNotice notice;

    private Resource(
            Kind kind,
            String href,
            @Nullable Principal owner,
            @Nullable CalendarCollection calendar,
            @Nullable Member member) {
        this.kind = kind;
        this.href = href;
        this.owner = owner;
        this.calendar = calendar;
        this.member = member;
        this.notice = null;
    }

    private Resource(Principal owner, SharingNotice notice) {
        this.kind = Kind.NOTIFICATION;
        this.href = Hrefs.notification(owner, notice.id());
        this.owner = owner;
        this.calendar = null;
        this.member = null;
        this.notice = notice;
    }

    /** One that belongs to nobody. */
    public static Resource common(Kind kind, String href) {
        return new Resource(kind, href, null, null, null);
    }

    /** A principal, or what each home has one of. */
    public static Resource of(Kind kind, String href, Principal owner) {
        return new Resource(kind, href, owner, null, null);
    }

    public static Resource calendar(Principal owner, CalendarCollection calendar) {
        return new Resource(Kind.CALENDAR, Hrefs.calendar(owner, calendar.uri()), owner, calendar, null);
    }

    public static Resource inbox(Principal owner, CalendarCollection messages) {
        return new Resource(Kind.INBOX, Hrefs.inbox(owner), owner, messages, null);
    }

    public static Resource notification(Principal owner, SharingNotice notice) {
        return new Resource(owner, notice);
    }

    /** An object of this calendar. */
    public Resource with(Member child) {
        return new Resource(Kind.OBJECT, hrefOf(child.name()), owner, calendar, child);
    }

    public String hrefOf(String name) {
        return href + DavPath.encode(name);
    }

    public Kind kind() {
        return kind;
    }

    public String href() {
        return href;
    }

    /** Whose it is, or who it is. */
    public Principal owner() {
        return Objects.requireNonNull(owner, "it belongs to nobody");
    }

    public CalendarCollection calendar() {
        return Objects.requireNonNull(calendar, "it is in no calendar");
    }

    /** What properties that only clients understand are kept under: the home, or the calendar or inbox. */
    public UUID keptUnder() {
        return kind == Kind.HOME ? owner().id() : calendar().id();
    }

    public Member member() {
        return Objects.requireNonNull(member, "it is no calendar object");
    }

    /** With all of its columns, as an address or a report finds it. */
    public CalendarObject object() {
        if (member instanceof CalendarObject object) return object;
        throw new IllegalStateException("it is no calendar object, or only a list told of it");
    }

    public SharingNotice notice() {
        return Objects.requireNonNull(notice, "it is no notification");
    }
}
