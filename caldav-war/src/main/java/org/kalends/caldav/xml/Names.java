package org.kalends.caldav.xml;

import javax.xml.namespace.QName;

/** The namespaces and the prefixes that answers write them with. */
public final class Names {

    public static final String DAV = "DAV:";
    public static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
    public static final String CALENDAR_SERVER = "http://calendarserver.org/ns/";
    public static final String APPLE = "http://apple.com/ns/ical/";

    private Names() {}

    public static QName dav(String local) {
        return new QName(DAV, local, "D");
    }

    public static QName caldav(String local) {
        return new QName(CALDAV, local, "C");
    }

    public static QName calendarServer(String local) {
        return new QName(CALENDAR_SERVER, local, "CS");
    }

    public static QName apple(String local) {
        return new QName(APPLE, local, "A");
    }
}
