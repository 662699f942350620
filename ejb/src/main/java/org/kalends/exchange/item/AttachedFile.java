package org.kalends.exchange.item;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kalends.exchange.ews.xml.Element;

/**
 * A file that hangs on an item, without its octets.
 *
 * @param id by which Exchange gives them; of the item's state, so it is another one after a change of the file
 * @param size octets, about
 * @param ours the file here of which we made it; empty where somebody else hung it there
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/attachments-ex15websvcsotherref">Attachments</a>
 */
public record AttachedFile(String id, String name, long size, Form form, Optional<UUID> ours) {

    static final String UNNAMED = "file";

    /** What it is there. */
    public enum Form {
        FILE,
        /** Another item, such as a mail: its octets are MIME, or iCalendar of an event. */
        ITEM
    }

    /** All of an item, pictures within its text among them. */
    static List<AttachedFile> of(Element item) {
        return item.child("t:Attachments").stream()
                .flatMap(all -> all.children().stream())
                .flatMap(one -> attached(one).stream())
                .toList();
    }

    private static Optional<AttachedFile> attached(Element attachment) {
        return attachment
                .child("t:AttachmentId")
                .flatMap(id -> id.attribute("Id"))
                .map(id -> new AttachedFile(
                        id,
                        attachment
                                .value("t:Name")
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .orElse(UNNAMED),
                        attachment.value("t:Size").map(Long::parseLong).orElse(0L),
                        form(attachment),
                        AttachmentOperations.ours(attachment)));
    }

    private static Form form(Element attachment) {
        return attachment.name().equals("t:FileAttachment") ? Form.FILE : Form.ITEM;
    }
}
