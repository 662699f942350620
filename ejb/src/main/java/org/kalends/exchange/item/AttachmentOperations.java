package org.kalends.exchange.item;

import java.util.Optional;
import java.util.UUID;
import org.kalends.attachment.NamedFiles;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.FileLink;

/**
 * What hangs files on items and takes them off.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/attachments-and-ews-in-exchange">Attachments and EWS in Exchange</a>
 */
public final class AttachmentOperations {

    private static final String OURS = "@kalends";
    private static final int UUID_LENGTH = 36;

    private AttachmentOperations() {}

    /**
     * A new file.
     *
     * @param octets what stands in the place of its octets
     */
    public static Element create(ItemId item, FileLink file, String octets) {
        var type = file.type().isEmpty() ? "application/octet-stream" : file.type();
        var parent = Element.of("m:ParentItemId").with("Id", item.id());
        return Element.of(
                "m:CreateAttachment",
                parent,
                Element.of(
                        "m:Attachments",
                        Element.of(
                                "t:FileAttachment",
                                Element.text("t:Name", file.name().isEmpty() ? AttachedFile.UNNAMED : file.name()),
                                Element.text("t:ContentType", type),
                                Element.text("t:ContentId", file.managedId() + OURS),
                                Element.text("t:IsInline", "false"),
                                Element.text("t:Content", octets))));
    }

    public static Element delete(String attachment) {
        return Element.of(
                "m:DeleteAttachment",
                Element.of("m:AttachmentIds", Element.of("t:AttachmentId").with("Id", attachment)));
    }

    /** The id of what {@link #create} made. */
    public static Optional<String> id(Element message) {
        return message.all("t:AttachmentId").findFirst().flatMap(id -> id.attribute("Id"));
    }

    /** The file here of which {@link #create} made it; empty where it was not made so. */
    static Optional<UUID> ours(Element attachment) {
        return attachment
                .value("t:ContentId")
                .filter(id -> id.length() == UUID_LENGTH + OURS.length() && id.endsWith(OURS))
                .flatMap(id -> NamedFiles.known(id.substring(0, UUID_LENGTH)).findFirst());
    }
}
