package org.kalends.caldav.property;

import javax.xml.namespace.QName;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.icalendar.Times;
import org.kalends.identity.Principal;
import org.kalends.sharing.Level;
import org.kalends.sharing.Share;
import org.kalends.sharing.Share.Answer;
import org.kalends.sharing.SharingNotice;
import org.kalends.sharing.SharingNotice.Kind;

/**
 * Elements that tell of sharing.
 *
 * @see <a href="https://github.com/apple/ccs-calendarserver/blob/master/doc/Extensions/caldav-sharing.txt">caldav-sharing</a>
 */
public final class SharingXml {

    private static final QName USER = Names.calendarServer("user");
    private static final QName ORGANIZER = Names.calendarServer("organizer");
    private static final QName NOTIFICATION = Names.calendarServer("notification");
    private static final QName INVITED = Names.calendarServer("invite-notification");
    private static final QName REPLIED = Names.calendarServer("invite-reply");
    private static final QName ACCESS = Names.calendarServer("access");
    private static final QName HOST = Names.calendarServer("hosturl");

    private SharingXml() {}

    static void user(XmlOut out, Share share) {
        out.open(USER).href(mailto(share.principal()));
        commonName(out, share.principal());
        out.empty(status(share.answer()));
        access(out, share.rights().level());
        if (!share.summary().isEmpty()) summary(out, share.summary());
        out.close(USER);
    }

    static void organizer(XmlOut out, Principal owner) {
        out.open(ORGANIZER).href(mailto(owner));
        commonName(out, owner);
        out.close(ORGANIZER);
    }

    static void type(XmlOut out, SharingNotice notice) {
        if (notice.answer()) out.empty(REPLIED);
        else out.empty(INVITED, "shared-type", "calendar");
    }

    /**
     * A notification as it is read.
     *
     * @param told to whom
     * @param other who shares, or who answered
     * @param host where the calendar is in its owner's home
     */
    public static void notification(XmlOut out, SharingNotice notice, Principal told, Principal other, String host) {
        out.root(NOTIFICATION).element(Names.calendarServer("dtstamp"), stamp(notice));
        if (notice.answer()) reply(out, notice, other, host);
        else invitation(out, notice, told, other, host);
        out.close(NOTIFICATION).flush();
    }

    private static String stamp(SharingNotice notice) {
        return Times.utc(notice.created());
    }

    private static void invitation(XmlOut out, SharingNotice notice, Principal told, Principal owner, String host) {
        out.raw("<CS:invite-notification shared-type=\"calendar\">")
                .element(Names.calendarServer("uid"), notice.id().toString())
                .href(mailto(told))
                .empty(Names.calendarServer(notice.kind() == Kind.INVITED ? "invite-noresponse" : "invite-deleted"));
        access(out, notice.level());
        out.open(HOST).href(host).close(HOST);
        organizer(out, owner);
        summary(out, notice.summary());
        out.close(INVITED);
    }

    private static void reply(XmlOut out, SharingNotice notice, Principal sharee, String host) {
        out.open(REPLIED).href(mailto(sharee));
        commonName(out, sharee);
        out.empty(status(notice.kind() == Kind.ACCEPTED ? Answer.ACCEPTED : Answer.DECLINED));
        out.open(HOST).href(host).close(HOST);
        out.element(Names.calendarServer("in-reply-to"), String.valueOf(notice.replyTo()));
        summary(out, notice.summary());
        out.close(REPLIED);
    }

    private static QName status(Answer answer) {
        return Names.calendarServer(
                switch (answer) {
                    case AWAITED -> "invite-noresponse";
                    case ACCEPTED -> "invite-accepted";
                    case DECLINED -> "invite-declined";
                });
    }

    private static void access(XmlOut out, Level level) {
        out.open(ACCESS)
                .empty(Names.calendarServer(level.holds(Level.WRITE) ? "read-write" : "read"))
                .close(ACCESS);
    }

    private static void commonName(XmlOut out, Principal who) {
        out.element(Names.calendarServer("common-name"), who.name());
    }

    private static void summary(XmlOut out, String text) {
        out.element(Names.calendarServer("summary"), text);
    }

    private static String mailto(Principal who) {
        return "mailto:" + who.address().value();
    }
}
