package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.caldav.RealClients.Ran;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;

/** vdirsyncer keeps a directory and a calendar alike, khal reads and writes that directory. */
class VdirsyncerClientIT {

    private static final String CALENDAR = "/dav/calendars/admin/default/";

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient admin = DavClient.demo(server, "admin");
    private final String uid = newUid();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path home;

    @BeforeEach
    void configure() throws IOException {
        RealClients.need("vdirsyncer");
        Files.createDirectories(home.resolve(".config/vdirsyncer"));
        Files.createDirectories(home.resolve("calendars/default"));
        Files.writeString(
                home.resolve(".config/vdirsyncer/config"),
                """
                [general]
                status_path = "%1$s/status/"
                [pair kalends]
                a = "here"
                b = "there"
                collections = ["default"]
                conflict_resolution = "b wins"
                [storage here]
                type = "filesystem"
                path = "%1$s/calendars/"
                fileext = ".ics"
                [storage there]
                type = "caldav"
                url = "%2$s/"
                username = "admin"
                password = "demo"
                """
                        .formatted(home, server.address()));
        assertThat(run("vdirsyncer", "discover").status()).isZero();
    }

    private Ran run(String... command) {
        var ran = RealClients.run(Map.of("HOME", home.toString()), List.of(command));
        if (ran.status() != 0) System.err.println(ran.output());
        return ran;
    }

    private void sync() {
        assertThat(run("vdirsyncer", "sync").status()).isZero();
    }

    private String local() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("calendars/default"))) {
            var all = new StringBuilder();
            for (var file : files.toList()) all.append(Files.readString(file));
            return all.toString();
        }
    }

    private Path fileOf(String wanted) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("calendars/default"))) {
            for (var file : files.toList()) if (Files.readString(file).contains(wanted)) return file;
        }
        throw new IllegalStateException("no file has " + wanted);
    }

    @Test
    void bothSidesCreateChangeAndDelete() throws IOException {
        var path = CALENDAR + UUID.randomUUID() + ".ics";
        admin.put(path, at(uid, "20280801T100000Z", "From the server"));
        sync();
        assertThat(local()).contains("SUMMARY:From the server");
        var mine = newUid();
        Files.writeString(home.resolve("calendars/default/mine.ics"), at(mine, "20280802T100000Z", "From the client"));
        sync();
        assertThat(admin.query(CALENDAR, uidFilter(mine)).text("//C:calendar-data"))
                .contains("From the client");
        var file = fileOf("From the server");
        Files.writeString(file, Files.readString(file).replace("From the server", "Changed by the client"));
        sync();
        assertThat(admin.get(path).body()).contains("Changed by the client");
        Files.delete(file);
        sync();
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    private static String uidFilter(String uid) {
        return "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match collation=\"i;octet\">" + uid
                + "</C:text-match></C:prop-filter></C:comp-filter>";
    }

    @Test
    void ofAConflictTheServersSideWins() throws IOException {
        var path = CALENDAR + UUID.randomUUID() + ".ics";
        var text = at(uid, "20280803T100000Z", "Agreed");
        admin.put(path, text);
        sync();
        var file = fileOf(uid);
        Files.writeString(file, Files.readString(file).replace("Agreed", "Mine"));
        admin.put(path, text.replace("Agreed", "Theirs"));
        sync();
        assertThat(admin.get(path).body()).contains("Theirs");
        assertThat(Files.readString(file)).contains("Theirs");
    }

    @Test
    void khalShowsWhatIsSyncedAndItsOwnEventsGoUp() throws IOException {
        RealClients.need("khal");
        var path = CALENDAR + UUID.randomUUID() + ".ics";
        admin.put(path, at(uid, "20280804T100000Z", "Seen by khal"));
        sync();
        Files.createDirectories(home.resolve(".config/khal"));
        Files.writeString(
                home.resolve(".config/khal/config"),
                """
                [calendars]
                [[kalends]]
                path = %s/calendars/default
                [locale]
                local_timezone = UTC
                default_timezone = UTC
                timeformat = %%H:%%M
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                datetimeformat = %%Y-%%m-%%d %%H:%%M
                longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                [default]
                default_calendar = kalends
                """
                        .formatted(home));
        var listed = run("khal", "list", "2028-08-04", "1d");
        assertThat(listed.status()).isZero();
        assertThat(listed.output()).contains("10:00-11:00").contains("Seen by khal");
        var title = "Khal" + uid.substring(0, 8);
        assertThat(run("khal", "new", "2028-08-05", "12:00", "13:00", title).status())
                .isZero();
        sync();
        var found = admin.query(
                CALENDAR,
                "<C:comp-filter name=\"VEVENT\"><C:time-range start=\"20280805T113000Z\" end=\"20280805T123000Z\"/></C:comp-filter>");
        assertThat(found.text("//C:calendar-data")).contains(title);
    }
}
