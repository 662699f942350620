package org.kalends.caldav;

import java.util.List;
import java.util.stream.Collectors;
import org.kalends.support.ApiClient;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;

/** Somebody of the demo organisation with his home, his mailbox and his browser. */
record Member(String login, DavClient dav, ApiClient api, Mailbox mailbox) {

    static Member of(String login) {
        var server = KalendsServer.shared();
        return new Member(
                login,
                DavClient.demo(server, login),
                ApiClient.loggedIn(server, login),
                new Mailbox(server, login + "@kalends.test"));
    }

    String address() {
        return login + "@kalends.test";
    }

    /** His copy of an event, unfolded; empty while there is none. */
    String copy(String uid) {
        return unfolded(found(uid).text("//C:calendar-data"));
    }

    /** Where it is. */
    String href(String uid) {
        return found(uid).text("//D:response/D:href");
    }

    private DavClient.Answer found(String uid) {
        return dav.query(
                "/dav/calendars/" + login + "/default/",
                "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                        + "</C:text-match></C:prop-filter></C:comp-filter>");
    }

    static String unfolded(String text) {
        return text.replace("\r\n ", "").replace("\n ", "");
    }

    /** The line of one attendee in the component of the series itself. */
    static String line(String text, String address) {
        return master(text)
                .lines()
                .filter(line -> line.startsWith("ATTENDEE") && line.endsWith(":mailto:" + address))
                .findFirst()
                .orElse("");
    }

    /** The VEVENT without a RECURRENCE-ID. */
    static String master(String text) {
        return components(text).stream()
                .filter(component -> !component.contains("RECURRENCE-ID"))
                .collect(Collectors.joining());
    }

    /** The VEVENT of that instance; empty when it has none of its own. */
    static String override(String text, String local) {
        return components(text).stream()
                .filter(component -> component.contains("RECURRENCE-ID") && component.contains(":" + local + "\n"))
                .collect(Collectors.joining());
    }

    private static List<String> components(String text) {
        return List.of(text.replace("\r", "").split("(?=BEGIN:VEVENT\n)")).stream()
                .filter(part -> part.startsWith("BEGIN:VEVENT"))
                .toList();
    }
}
