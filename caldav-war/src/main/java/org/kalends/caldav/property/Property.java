package org.kalends.caldav.property;

import java.util.Set;
import javax.xml.namespace.QName;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.XmlOut;

/** A live property: the server makes its value. */
public interface Property {

    QName name();

    /** What has it. */
    Set<Kind> on();

    /** Whether this one has it, of those that may. */
    default boolean present(Subject subject) {
        return true;
    }

    /** Whether {@code allprop} tells it; those of RFC 4918 are, those of CalDAV are not (RFC 4791, 5.2). */
    default boolean inAllProp() {
        return false;
    }

    /** Whether what a list tells of an object is enough for it; those that say no make a list read all columns. */
    default boolean ofMember() {
        return false;
    }

    /** What stands inside of the property's element. */
    void write(XmlOut out, Subject subject);
}
