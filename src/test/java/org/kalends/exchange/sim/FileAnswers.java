package org.kalends.exchange.sim;

import org.w3c.dom.Element;

/** CreateAttachment and DeleteAttachment. */
final class FileAnswers {

    /** More than that is refused, as by a limit of the mailbox. */
    static final int LARGEST = 2 << 20;

    private final SimMailbox mailbox;

    FileAnswers(SimMailbox mailbox) {
        this.mailbox = mailbox;
    }

    String create(Element request) {
        var parent = (Element) request.getElementsByTagNameNS(EwsSchema.MESSAGES, "ParentItemId")
                .item(0);
        var item = mailbox.item(parent.getAttribute("Id"));
        if (item.isEmpty()) return answer("Create", "Error", "ErrorItemNotFound", "<m:Attachments/>");
        var file = SimFile.of((Element) request.getElementsByTagNameNS(EwsSchema.TYPES, "FileAttachment")
                .item(0));
        if (file.size() > LARGEST)
            return answer("Create", "Error", "ErrorAttachmentSizeLimitExceeded", "<m:Attachments/>");
        changed(item.get().attached(file));
        return answer(
                "Create",
                "Success",
                "NoError",
                "<m:Attachments><t:FileAttachment><t:AttachmentId Id=\"" + file.id() + "\" " + root(item.get())
                        + "/></t:FileAttachment></m:Attachments>");
    }

    String delete(Element request) {
        var id = EwsSchema.attribute(request, "AttachmentId", "Id");
        var file = mailbox.file(id);
        if (file.isEmpty()) return answer("Delete", "Error", "ErrorInvalidAttachmentId", "");
        var item = mailbox.holder(file.get());
        changed(item.detached(file.get()));
        return answer("Delete", "Success", "NoError", "<m:RootItemId " + root(item) + "/>");
    }

    private void changed(SimItem item) {
        if (mailbox.instances().holds(item)) mailbox.instances().change(item);
        else mailbox.changed(item);
    }

    private static String root(SimItem item) {
        return "RootItemId=\"" + item.id() + "\" RootItemChangeKey=\"" + item.changeKey() + "\"";
    }

    private static String answer(String verb, String outcome, String code, String content) {
        var failed = outcome.equals("Error");
        return "<m:%1$sAttachmentResponse><m:ResponseMessages><m:%1$sAttachmentResponseMessage ResponseClass=\""
                        .formatted(verb)
                + outcome + "\">" + (failed ? "<m:MessageText>It is refused.</m:MessageText>" : "")
                + "<m:ResponseCode>" + code + "</m:ResponseCode>"
                + (failed ? "<m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>" : "") + content
                + "</m:%1$sAttachmentResponseMessage></m:ResponseMessages></m:%1$sAttachmentResponse>".formatted(verb);
    }
}
