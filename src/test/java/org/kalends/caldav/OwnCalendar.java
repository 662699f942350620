package org.kalends.caldav;

import java.util.UUID;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

/** A calendar that one test has to itself. */
record OwnCalendar(DavClient client, String path) {

    static OwnCalendar of(String login) {
        var client = DavClient.demo(KalendsServer.shared(), login);
        var path = "/dav/calendars/" + login + "/" + UUID.randomUUID() + "/";
        var made = client.send("MKCALENDAR", path, "");
        if (made.status() != 201) throw new IllegalStateException(made.body());
        return new OwnCalendar(client, path);
    }

    DavClient.Answer put(String name, String text, String... headers) {
        return client.put(path + name, text, headers);
    }

    DavClient.Answer get(String name) {
        return client.get(path + name);
    }
}
