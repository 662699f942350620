package org.kalends.caldav;

import java.util.UUID;

/** Calendar objects as clients write them. */
final class Texts {

    private Texts() {}

    /** @param lines of the VEVENT beyond UID and DTSTAMP, joined by LF */
    static String event(String uid, String lines) {
        return component("VEVENT", uid, lines);
    }

    static String component(String name, String uid, String lines) {
        return calendar("BEGIN:" + name + "\nUID:" + uid + "\nDTSTAMP:20261124T120000Z\n" + lines + "\nEND:" + name);
    }

    static String calendar(String content) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Client//Test//EN\n" + content + "\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    static String at(String uid, String start, String summary) {
        return event(uid, "DTSTART:" + start + "\nDURATION:PT1H\nSUMMARY:" + summary);
    }

    static String newUid() {
        return UUID.randomUUID() + "@client";
    }
}
