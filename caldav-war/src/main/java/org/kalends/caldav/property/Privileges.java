package org.kalends.caldav.property;

import java.util.List;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.sharing.Level;

/** What somebody may do with a resource, in the words of RFC 3744, 3, RFC 4791, 6.1, and RFC 6638, 6. */
public final class Privileges {

    public static final QName PRIVILEGE = Names.dav("privilege");
    public static final QName ALL = Names.dav("all");
    public static final QName READ = Names.dav("read");
    public static final QName WRITE = Names.dav("write");
    public static final QName WRITE_CONTENT = Names.dav("write-content");
    public static final QName WRITE_PROPERTIES = Names.dav("write-properties");
    public static final QName BIND = Names.dav("bind");
    public static final QName UNBIND = Names.dav("unbind");
    public static final QName READ_ACL = Names.dav("read-acl");
    public static final QName WRITE_ACL = Names.dav("write-acl");
    public static final QName READ_PRIVILEGES = Names.dav("read-current-user-privilege-set");
    public static final QName READ_FREE_BUSY = Names.caldav("read-free-busy");

    /** All but the one that holds them all. */
    static final List<QName> PARTS = List.of(
            READ,
            READ_PRIVILEGES,
            READ_FREE_BUSY,
            WRITE,
            WRITE_PROPERTIES,
            WRITE_CONTENT,
            BIND,
            UNBIND,
            READ_ACL,
            WRITE_ACL);

    private static final List<QName> OWNED =
            Stream.concat(Stream.of(ALL), PARTS.stream()).toList();
    private static final List<QName> SENDING = List.of(
            READ,
            READ_PRIVILEGES,
            Names.caldav("schedule-send"),
            Names.caldav("schedule-send-invite"),
            Names.caldav("schedule-send-reply"),
            Names.caldav("schedule-send-freebusy"));
    private static final List<QName> RECEIVING = List.of(
            READ,
            READ_PRIVILEGES,
            UNBIND,
            Names.caldav("schedule-deliver"),
            Names.caldav("schedule-deliver-invite"),
            Names.caldav("schedule-deliver-reply"),
            Names.caldav("schedule-query-freebusy"));
    private static final List<QName> SEEN = List.of(READ, READ_PRIVILEGES);

    private Privileges() {}

    private static final List<QName> READING = List.of(READ, READ_PRIVILEGES, READ_FREE_BUSY);
    private static final List<QName> WRITING = with(READING, WRITE_PROPERTIES, WRITE_CONTENT, BIND, UNBIND);
    private static final List<QName> MANAGING = with(WRITING, WRITE, READ_ACL, WRITE_ACL);

    /** Of an owner whose calendar takes nothing but what its feed brings. */
    private static final List<QName> FOLLOWING = with(READING, WRITE_PROPERTIES, READ_ACL, WRITE_ACL);

    private static List<QName> with(List<QName> some, QName... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /** What a share of that level grants on a calendar and what is in it. */
    public static List<QName> of(Level level) {
        return switch (level) {
            case FREEBUSY -> List.of(READ_FREE_BUSY);
            case READ -> READING;
            case WRITE -> WRITING;
            case MANAGE -> MANAGING;
            case OWNER -> OWNED;
        };
    }

    public static List<QName> of(Subject subject) {
        var kind = subject.resource().kind();
        if (kind == Kind.CALENDAR || kind == Kind.OBJECT) {
            var rights = subject.resource().calendar().rights();
            return rights.fed() && rights.own() ? FOLLOWING : of(rights.level());
        }
        if (!owned(subject)) return SEEN;
        return switch (subject.resource().kind()) {
            case OUTBOX -> SENDING;
            case INBOX -> RECEIVING;
            default -> OWNED;
        };
    }

    private static boolean owned(Subject subject) {
        var kind = subject.resource().kind();
        boolean belongs = Kind.OWNED.contains(kind) || Kind.PEOPLE.contains(kind);
        return belongs && subject.own();
    }
}
