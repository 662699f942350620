package org.kalends.attachment.content.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a multistatus says of the members of a folder.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4918#section-14.16">RFC 4918, 14.16</a>
 */
final class DiskListing {

    private static final String DAV = "DAV:";
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final List<Entry> entries = new ArrayList<>();
    private String name = "";
    private Instant modified = Instant.MAX;

    private DiskListing() {}

    /**
     * A file or a folder.
     *
     * @param modified far ahead where the disk does not say
     */
    record Entry(String name, Instant modified) {}

    /** @throws IOException if it is no multistatus */
    static List<Entry> read(InputStream multistatus, URI folder) throws IOException {
        var listing = new DiskListing();
        try {
            var xml = XML.createXMLStreamReader(multistatus);
            while (xml.hasNext()) listing.take(xml);
        } catch (XMLStreamException e) {
            throw new IOException("no multistatus", e);
        }
        var itself = last(folder.getPath());
        return listing.entries.stream()
                .filter(entry -> !entry.name().equals(itself))
                .toList();
    }

    private void take(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && DAV.equals(xml.getNamespaceURI())) {
            switch (xml.getLocalName()) {
                case "href" -> name =
                        last(URI.create(xml.getElementText().strip()).getPath());
                case "getlastmodified" -> modified = moment(xml.getElementText());
                default -> {}
            }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("response")) {
            entries.add(new Entry(name, modified));
            modified = Instant.MAX;
        }
    }

    private static Instant moment(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }

    private static String last(String path) {
        var plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}
