package org.kalends.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Somebody outside, whose mails reach a demo server with its own mail server's word about who signed them. */
public final class Partner {

    private static final String DOMAIN = "partner.test";

    private final ApiClient server;
    private final Mailbox mailbox;
    private final String address = "partner-" + UUID.randomUUID() + "@" + DOMAIN;

    public Partner(KalendsServer server) {
        this.server = ApiClient.anonymous(server);
        this.mailbox = new Mailbox(server, address);
    }

    public String address() {
        return address;
    }

    /** What was sent to him. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** A file beside the calendar part. */
    public record File(String name, String type, String content) {}

    /** Sends components under a method and tells what became of the mail. */
    public String sends(String method, String to, String components, File... files) {
        return became(mail("dkim=pass header.d=" + DOMAIN, method, to, components, List.of(files)))
                .get("result")
                .asText();
    }

    /** The same, vouched for by nobody. */
    public JsonNode sendsUnsigned(String method, String to, String components, File... files) {
        return became(mail("dkim=none", method, to, components, List.of(files)));
    }

    private JsonNode became(String mail) {
        var answer = server.post("/demo/mail/inbound", mail);
        if (answer.status() != 202)
            throw new IllegalStateException(answer.status() + " " + answer.raw().body());
        return answer.body();
    }

    private String mail(String signature, String method, String to, String components, List<File> files) {
        var text = new StringBuilder("Authentication-Results: kalends.test; " + signature + "\nFrom: <" + address
                + ">\nTo: " + to + "\nSubject: A mail\nMessage-ID: <" + UUID.randomUUID() + "@" + DOMAIN
                + ">\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain"
                + "\n\nHello\n--b\nContent-Type: text/calendar; charset=utf-8; method=" + method
                + "\n\nBEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Partner//EN\nMETHOD:" + method + "\n" + components
                + "\nEND:VCALENDAR\n");
        for (var file : files) text.append(part(file));
        return text.append("--b--\n").toString().replace("\n", "\r\n");
    }

    private static String part(File file) {
        var content = Base64.getMimeEncoder()
                .encodeToString(file.content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "--b\nContent-Type: " + file.type() + "; name=\"" + file.name()
                + "\"\nContent-Disposition: attachment; filename=\"" + file.name()
                + "\"\nContent-Transfer-Encoding: base64\n\n" + content.replace("\r", "") + "\n";
    }
}
