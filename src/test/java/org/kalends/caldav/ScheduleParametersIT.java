package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kalends.caldav.Texts.event;
import static org.kalends.caldav.Texts.newUid;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kalends.support.DavClient;
import org.kalends.support.KalendsServer;
import org.kalends.support.Mailbox;

/** Parameters by which programs steer scheduling, and by which the server tells what came of it (RFC 6638, 7). */
class ScheduleParametersIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final KalendsServer server = KalendsServer.shared();
    private final DavClient clara = DavClient.demo(server, "clara");
    private final DavClient eva = DavClient.demo(server, "eva");
    private final String uid = newUid();
    private final String title = "Parameters " + UUID.randomUUID();
    private final String guest = "guest-" + UUID.randomUUID() + "@elsewhere.test";
    private final String path = "/dav/calendars/clara/default/" + UUID.randomUUID() + ".ics";

    private String meeting(String attendees) {
        return event(
                uid,
                "DTSTART:20280904T100000Z\nDTEND:20280904T110000Z\nSUMMARY:" + title
                        + "\nORGANIZER:mailto:clara@kalends.test\nATTENDEE;PARTSTAT=ACCEPTED:mailto:clara@kalends.test"
                        + attendees);
    }

    private String evasCopy() {
        return eva.query(
                        "/dav/calendars/eva/default/",
                        "<C:comp-filter name=\"VEVENT\"><C:prop-filter name=\"UID\"><C:text-match>" + uid
                                + "</C:text-match></C:prop-filter></C:comp-filter>")
                .text("//C:calendar-data");
    }

    @Test
    @DisplayName("R10: SCHEDULE-AGENT=CLIENT and NONE stop the server's messages, SERVER again starts them")
    void r10() {
        var agents = "\nATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:eva@kalends.test\nATTENDEE;SCHEDULE-AGENT=NONE:mailto:"
                + guest + "\nATTENDEE:mailto:boris@kalends.test";
        assertThat(clara.put(path, meeting(agents)).status()).isEqualTo(201);
        new Mailbox(server, "boris@kalends.test").await(title, 1);
        assertThat(evasCopy()).isEmpty();
        assertThat(new Mailbox(server, guest).about(title)).isEmpty();
        assertThat(clara.get(path).body()).contains("SCHEDULE-AGENT=CLIENT").contains("SCHEDULE-AGENT=NONE");
        assertThat(clara.put(path, meeting(agents.replace("SCHEDULE-AGENT=CLIENT", "SCHEDULE-AGENT=SERVER")))
                        .status())
                .isEqualTo(204);
        await().atMost(SOON).until(() -> !evasCopy().isEmpty());
        assertThat(evasCopy()).doesNotContain("SCHEDULE-AGENT=NONE");
        assertThat(new Mailbox(server, guest).about(title)).isEmpty();
    }
}
