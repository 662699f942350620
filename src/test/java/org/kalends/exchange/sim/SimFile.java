package org.kalends.exchange.sim;

import java.util.Base64;
import java.util.UUID;

/**
 * What hangs on an item.
 *
 * @param element {@code FileAttachment} or {@code ItemAttachment}
 * @param size as Exchange says it, which may be wrong
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SimFile(String id, String element, String name, int size, byte[] octets) {

    static SimFile of(String element, String name, byte[] octets) {
        return new SimFile("att-" + UUID.randomUUID(), element, name, octets.length, octets);
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
        return "<t:" + element + "><t:AttachmentId Id=\"" + id + "\"/><t:Name>" + name + "</t:Name><t:Size>" + size
                + "</t:Size>" + content + "</t:" + element + ">";
    }
}
