package org.kalends.caldav.xml;

import static org.kalends.caldav.xml.Names.caldav;
import static org.kalends.caldav.xml.Names.dav;

import javax.xml.namespace.QName;

/** Names of elements that requests and answers are made of. */
public final class Elements {

    public static final QName HREF = dav("href");
    public static final QName MULTISTATUS = dav("multistatus");
    public static final QName RESPONSE = dav("response");
    public static final QName PROPSTAT = dav("propstat");
    public static final QName PROP = dav("prop");
    public static final QName STATUS = dav("status");
    public static final QName ERROR = dav("error");
    public static final QName RESPONSE_DESCRIPTION = dav("responsedescription");
    public static final QName COLLECTION = dav("collection");
    public static final QName CALENDAR = caldav("calendar");
    public static final QName CALENDAR_DATA = caldav("calendar-data");
    public static final QName SYNC_TOKEN = dav("sync-token");

    private Elements() {}
}
