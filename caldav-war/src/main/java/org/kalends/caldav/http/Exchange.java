package org.kalends.caldav.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.resource.Viewing;
import org.kalends.caldav.xml.XmlBody;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.event.resource.Conditions;
import org.kalends.identity.Principal;
import org.kalends.problem.BoundedBody;
import org.kalends.spool.Spool;

/** A request of somebody who is known, and its answer. */
public final class Exchange {

    private static final long LARGEST_XML = 4L * 1024 * 1024;
    private static final int BUFFER = 8_192;
    private static final String ANSWERED = "Preference-Applied";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final DavPath path;
    private final Viewing viewing;
    private @Nullable String pinned;

    public Exchange(HttpServletRequest request, HttpServletResponse response, DavPath path, Viewing viewing) {
        this.request = request;
        this.response = response;
        this.path = path;
        this.viewing = viewing;
    }

    public DavPath path() {
        return path;
    }

    public Viewing viewing() {
        return viewing;
    }

    public Principal viewer() {
        return viewing.viewer();
    }

    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    public String method() {
        return request.getMethod();
    }

    /** Of the address; the body is not looked at. */
    public Optional<String> parameter(String name) {
        var query = request.getQueryString();
        if (query == null) return Optional.empty();
        for (var pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(name)) {
                return Optional.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    public Depth depth(Depth absent) {
        return Depth.of(header("Depth"), absent);
    }

    public Conditions conditions() {
        var schedule = header("If-Schedule-Tag-Match");
        var match = EntityTags.list(header("If-Match"));
        var pin = pinned;
        boolean same = pin != null && (match == null || match.contains(pin) || match.contains(Conditions.ANY));
        return new Conditions(
                same ? Set.of(pin) : match,
                EntityTags.list(header("If-None-Match")),
                schedule == null ? null : EntityTags.unquoted(schedule));
    }

    /** The object must still have this entity tag when it is changed; without its quotation marks. */
    public void pin(String etag) {
        pinned = etag;
    }

    /** What the client wants to be told of zones; the answer depends on it. */
    public ZonesWanted zones() {
        response.addHeader("Vary", "CalDAV-Timezones");
        return ZonesWanted.of(header("CalDAV-Timezones"));
    }

    /** In which form calendar data is told; the answer depends on it. */
    public CalendarForm accepted() {
        response.addHeader("Vary", "Accept");
        return CalendarForm.accepted(header("Accept"));
    }

    /** In which form the body is; empty where it is none of calendar data. */
    public Optional<CalendarForm> sent() {
        var type = header("Content-Type");
        return type == null ? Optional.of(CalendarForm.ICALENDAR) : CalendarForm.named(type);
    }

    public InputStream body(long most) throws IOException {
        return new BoundedBody(request.getInputStream(), most);
    }

    /** Empty when there is no body. */
    public Optional<XmlElement> xml() throws IOException {
        if (request.getContentLengthLong() == 0) return Optional.empty();
        if (request.getContentLengthLong() > LARGEST_XML) throw Refusal.tooLarge("The XML is too large");
        var in = new java.io.PushbackInputStream(body(LARGEST_XML));
        int first = in.read();
        if (first < 0) return Optional.empty();
        in.unread(first);
        return Optional.of(XmlBody.read(in));
    }

    /** Whether names of missing properties and other ballast may be left out (RFC 8144; Brief is older). */
    public boolean minimal() {
        var brief = header("Brief");
        boolean wanted =
                preferring("return=minimal") || brief != null && brief.strip().equalsIgnoreCase("t");
        if (wanted) {
            response.setHeader(ANSWERED, "return=minimal");
            response.addHeader("Vary", "Prefer, Brief");
        }
        return wanted;
    }

    public boolean preferring(String preference) {
        var prefer = request.getHeaders("Prefer");
        while (prefer.hasMoreElements()) {
            for (var part : prefer.nextElement().split("[,;]")) {
                if (part.replace(" ", "")
                        .replace("\"", "")
                        .toLowerCase(Locale.ROOT)
                        .equals(preference)) return true;
            }
        }
        return false;
    }

    public Exchange set(String name, String value) {
        response.setHeader(name, value);
        return this;
    }

    public void applied(String preference) {
        response.setHeader(ANSWERED, preference);
    }

    public void empty(int status) {
        response.setStatus(status);
        if (status != 204 && status != 304) response.setContentLength(0);
    }

    /** The body of a HEAD is measured and not sent. */
    public void send(int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Type", type);
        try (var out = answering(body.length)) {
            out.write(body);
        }
    }

    public void text(int status, String text) throws IOException {
        send(status, MediaTypes.TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What writes a body. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    public void send(int status, String type, long length, Body body) throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Type", type);
        try (var out = answering(length)) {
            if (!method().equals("HEAD")) body.writeTo(out);
        }
    }

    public void send(int status, String type, Spool body) throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Type", type);
        try (var out = answering(body.size())) {
            body.copyTo(out);
        }
    }

    /**
     * Where the body goes: packed if the client takes it and it is worth it. What has a strong entity tag goes as it is,
     * since the tag names these very octets (RFC 9110, 8.8.3.3).
     */
    private OutputStream answering(long length) throws IOException {
        var etag = response.getHeader("ETag");
        boolean packable = length > Packing.WORTHWHILE && (etag == null || etag.startsWith("W/"));
        if (packable) response.addHeader("Vary", "Accept-Encoding");
        boolean head = method().equals("HEAD");
        if (packable && !head && Packing.accepted(header("Accept-Encoding"))) {
            response.setHeader("Content-Encoding", "gzip");
            return new GZIPOutputStream(response.getOutputStream(), BUFFER);
        }
        response.setContentLengthLong(length);
        return head ? OutputStream.nullOutputStream() : response.getOutputStream();
    }
}
