package org.kalends.exchange.sim;

import static java.util.stream.Collectors.joining;

import java.util.stream.IntStream;
import org.kalends.exchange.sim.SimMailbox.Change;
import org.w3c.dom.Element;

/** SyncFolderItems and GetItem. */
final class ItemAnswers {

    private static final String STATE = "at-";

    private ItemAnswers() {}

    static String sync(Element request, SimMailbox mailbox) {
        var folder = EwsSchema.attribute(request, "FolderId", "Id");
        var states = request.getElementsByTagNameNS(EwsSchema.MESSAGES, "SyncState");
        var state = states.getLength() == 0 ? STATE + 0 : states.item(0).getTextContent();
        if (states.getLength() > 0 && mailbox.forgets()) return lost();
        int most = Integer.parseInt(request.getElementsByTagNameNS(EwsSchema.MESSAGES, "MaxChangesReturned")
                .item(0)
                .getTextContent());
        var all = mailbox.log(folder);
        int from = Math.min(all.size(), Integer.parseInt(state.substring(STATE.length())));
        int until = Math.min(all.size(), from + most);
        var before = all.subList(0, from).stream().map(Change::item).toList();
        return "<m:SyncFolderItemsResponse><m:ResponseMessages><m:SyncFolderItemsResponseMessage ResponseClass=\"Success\">"
                + "<m:ResponseCode>NoError</m:ResponseCode><m:SyncState>" + STATE + until
                + "</m:SyncState><m:IncludesLastItemInRange>" + (until == all.size())
                + "</m:IncludesLastItemInRange><m:Changes>"
                + all.subList(from, until).stream()
                        .map(Change::item)
                        .distinct()
                        .map(item -> change(item, mailbox, before.contains(item)))
                        .collect(joining())
                + "</m:Changes></m:SyncFolderItemsResponseMessage></m:ResponseMessages></m:SyncFolderItemsResponse>";
    }

    private static String change(SimItem item, SimMailbox mailbox, boolean known) {
        if (!mailbox.holds(item)) return known ? "<t:Delete>" + item.idXml() + "</t:Delete>" : "";
        var kind = known ? "t:Update" : "t:Create";
        return "<" + kind + "><t:CalendarItem>" + item.idXml() + "</t:CalendarItem></" + kind + ">";
    }

    static String get(Element request, SimMailbox mailbox) {
        var occurrences = request.getElementsByTagNameNS(EwsSchema.TYPES, "OccurrenceItemId");
        if (occurrences.getLength() > 0) return instance((Element) occurrences.item(0), mailbox);
        var ids = request.getElementsByTagNameNS(EwsSchema.TYPES, "ItemId");
        var messages = IntStream.range(0, ids.getLength())
                .mapToObj(i -> ((Element) ids.item(i)).getAttribute("Id"))
                .map(id -> mailbox.item(id).map(ItemAnswers::found).orElseGet(() -> missing("ErrorItemNotFound")))
                .collect(joining());
        return "<m:GetItemResponse><m:ResponseMessages>" + messages + "</m:ResponseMessages></m:GetItemResponse>";
    }

    private static String instance(Element occurrence, SimMailbox mailbox) {
        var series = mailbox.item(occurrence.getAttribute("RecurringMasterId"));
        String message;
        if (series.isEmpty()) message = missing("ErrorItemNotFound");
        else if (mailbox.instances().isDeleted(series.get(), occurrence))
            message = missing("ErrorCalendarOccurrenceIsDeletedFromRecurrence");
        else message = found(mailbox.instances().of(series.get(), occurrence));
        return "<m:GetItemResponse><m:ResponseMessages>" + message + "</m:ResponseMessages></m:GetItemResponse>";
    }

    private static String found(SimItem item) {
        return "<m:GetItemResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode><m:Items>"
                + item.xml() + "</m:Items></m:GetItemResponseMessage>";
    }

    private static String missing(String code) {
        return "<m:GetItemResponseMessage ResponseClass=\"Error\"><m:MessageText>The specified object was not found in the"
                + " store.</m:MessageText><m:ResponseCode>" + code + "</m:ResponseCode>"
                + "<m:DescriptiveLinkKey>0</m:DescriptiveLinkKey><m:Items/></m:GetItemResponseMessage>";
    }

    static String attachment(Element request, SimMailbox mailbox) {
        var file = mailbox.file(EwsSchema.attribute(request, "AttachmentId", "Id"));
        mailbox.asked(file);
        return "<m:GetAttachmentResponse><m:ResponseMessages>"
                + file.map(ItemAnswers::octets).orElseGet(ItemAnswers::noFile)
                + "</m:ResponseMessages></m:GetAttachmentResponse>";
    }

    private static String octets(SimFile file) {
        return "<m:GetAttachmentResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode>"
                + "<m:Attachments>" + file.whole() + "</m:Attachments></m:GetAttachmentResponseMessage>";
    }

    private static String noFile() {
        return "<m:GetAttachmentResponseMessage ResponseClass=\"Error\"><m:MessageText>The specified attachment could not"
                + " be found.</m:MessageText><m:ResponseCode>ErrorInvalidAttachmentId</m:ResponseCode>"
                + "<m:DescriptiveLinkKey>0</m:DescriptiveLinkKey><m:Attachments/></m:GetAttachmentResponseMessage>";
    }

    private static String lost() {
        return "<m:SyncFolderItemsResponse><m:ResponseMessages><m:SyncFolderItemsResponseMessage ResponseClass=\"Error\">"
                + "<m:MessageText>The synchronization state data is corrupt.</m:MessageText><m:ResponseCode>"
                + "ErrorInvalidSyncStateData</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>"
                + "<m:IncludesLastItemInRange>true</m:IncludesLastItemInRange></m:SyncFolderItemsResponseMessage>"
                + "</m:ResponseMessages></m:SyncFolderItemsResponse>";
    }
}
