package org.kalends.exchange.sim;

import java.util.Base64;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * What hangs on an item.
 *
 * @param element {@code FileAttachment} or {@code ItemAttachment}
 * @param size as Exchange says it, which may be wrong
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SimFile(String id, String element, String name, String contentId, int size, byte[] octets) {

    static SimFile of(String element, String name, byte[] octets) {
        return new SimFile("att-" + UUID.randomUUID(), element, name, "", octets.length, octets);
    }

    /** As a request says it. */
    static SimFile of(Element attachment) {
        var octets = Base64.getMimeDecoder().decode(text(attachment, "Content"));
        return new SimFile(
                "att-" + UUID.randomUUID(),
                attachment.getLocalName(),
                text(attachment, "Name"),
                text(attachment, "ContentId"),
                octets.length,
                octets);
    }

    /** As another item has it. */
    SimFile copied() {
        return new SimFile("att-" + UUID.randomUUID(), element, name, contentId, size, octets);
    }

    private static String text(Element attachment, String name) {
        var found = attachment.getElementsByTagNameNS(EwsSchema.TYPES, name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    /** As GetItem tells it: without octets. */
    String named() {
        return xml("");
    }

    /** As GetAttachment tells it. */
    String whole() {
        var text = Base64.getMimeEncoder().encodeToString(octets);
        return xml(
                element.equals("FileAttachment")
                        ? "<t:Content>" + text + "</t:Content>"
                        : "<t:Item><t:MimeContent CharacterSet=\"UTF-8\">" + text + "</t:MimeContent></t:Item>");
    }

    private String xml(String content) {
        return "<t:" + element + "><t:AttachmentId Id=\"" + id + "\"/><t:Name>" + name + "</t:Name>"
                + (contentId.isEmpty() ? "" : "<t:ContentId>" + contentId + "</t:ContentId>") + "<t:Size>" + size
                + "</t:Size>" + content + "</t:" + element + ">";
    }
}
