package org.kalends.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A calendar program that speaks CalDAV, and nothing else; over HTTP/1.1, as they all do. */
public final class DavClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Map<String, String> PREFIXES = Map.of(
            "D", "DAV:",
            "C", "urn:ietf:params:xml:ns:caldav",
            "CS", "http://calendarserver.org/ns/",
            "A", "http://apple.com/ns/ical/");
    public static final String NAMESPACES = " xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\""
            + " xmlns:CS=\"http://calendarserver.org/ns/\" xmlns:A=\"http://apple.com/ns/ical/\"";

    private final String address;
    private final String authorization;

    private DavClient(String address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    public static DavClient of(KalendsServer server, String login, String password) {
        return of(server.address(), login, password);
    }

    public static DavClient of(String address, String login, String password) {
        var pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new DavClient(address, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static DavClient demo(KalendsServer server, String login) {
        return of(server, login, "demo");
    }

    public static DavClient anonymous(KalendsServer server) {
        return new DavClient(server.address(), "");
    }

    /** An answer; its body is parsed when asked. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Answer(int status, byte[] octets, HttpResponse<byte[]> raw) {

        public String body() {
            return new String(octets, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        public String etag() {
            return header("ETag");
        }

        public Document xml() {
            try {
                var factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                return factory.newDocumentBuilder().parse(new ByteArrayInputStream(octets));
            } catch (Exception e) {
                throw new IllegalStateException("no XML: " + body(), e);
            }
        }

        /** Texts of all nodes that the path names; prefixes D, C, CS and A. */
        public List<String> texts(String path) {
            try {
                var xpath = XPathFactory.newInstance().newXPath();
                xpath.setNamespaceContext(new Namespaces());
                var nodes = (NodeList) xpath.evaluate(path, xml(), XPathConstants.NODESET);
                var texts = new ArrayList<String>();
                for (int i = 0; i < nodes.getLength(); i++)
                    texts.add(nodes.item(i).getTextContent());
                return texts;
            } catch (XPathExpressionException e) {
                throw new IllegalArgumentException(path, e);
            }
        }

        public String text(String path) {
            return texts(path).stream().findFirst().orElse("");
        }

        public boolean has(String path) {
            return !texts(path).isEmpty();
        }

        /** The precondition of a DAV:error, with the prefix of its namespace. */
        public String precondition() {
            if (!header("Content-Type").contains("xml")) return "";
            var element = xml().getDocumentElement().getFirstChild();
            if (element == null || !xml().getDocumentElement().getLocalName().equals("error")) return "";
            for (var prefix : PREFIXES.entrySet()) {
                if (prefix.getValue().equals(element.getNamespaceURI())) {
                    return prefix.getKey() + ":" + element.getLocalName();
                }
            }
            return element.getLocalName();
        }
    }

    private static final class Namespaces implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return PREFIXES.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
        }

        @Override
        public String getPrefix(String uri) {
            return null;
        }

        @Override
        public java.util.Iterator<String> getPrefixes(String uri) {
            return null;
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer put(String path, String text, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) all.addAll(List.of("Content-Type", "text/calendar; charset=utf-8"));
        return send("PUT", path, text, all.toArray(String[]::new));
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** @param properties elements that stand in DAV:prop */
    public Answer propfind(String path, int depth, String properties) {
        return send(
                "PROPFIND",
                path,
                "<D:propfind" + NAMESPACES + "><D:prop>" + properties + "</D:prop></D:propfind>",
                "Depth",
                Integer.toString(depth));
    }

    public Answer report(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!all.contains("Depth")) all.addAll(List.of("Depth", "1"));
        return send("REPORT", path, body, all.toArray(String[]::new));
    }

    /** @param token empty for the first time */
    public Answer sync(String path, String token, String properties) {
        return report(
                path,
                "<D:sync-collection" + NAMESPACES + "><D:sync-token>" + token
                        + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop>" + properties
                        + "</D:prop></D:sync-collection>",
                "Depth",
                "0");
    }

    /** @param filter what stands in the comp-filter on VCALENDAR */
    public Answer query(String path, String filter) {
        return report(
                path,
                "<C:calendar-query" + NAMESPACES + "><D:prop><D:getetag/><C:calendar-data/></D:prop><C:filter>"
                        + "<C:comp-filter name=\"VCALENDAR\">" + filter
                        + "</C:comp-filter></C:filter></C:calendar-query>");
    }

    public Answer send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer send(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        try {
            var raw = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(raw.statusCode(), raw.body(), raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
