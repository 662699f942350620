package org.kalends.caldav.http;

/** What is told with every answer. */
public final class Answering {

    /** Only what works (RFC 4918, 10.1). */
    public static final String CAPABILITIES =
            "1, 3, access-control, extended-mkcol, calendar-access, calendar-schedule, calendar-auto-schedule,"
                    + " calendar-no-timezone, calendar-availability, calendar-managed-attachments, calendar-proxy, calendarserver-private-events,"
                    + " calendarserver-subscribed, calendarserver-sharing,"
                    + " calendarserver-principal-search, calendar-default-alarms";

    private Answering() {}
}
