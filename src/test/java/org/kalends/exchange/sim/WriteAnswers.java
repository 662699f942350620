package org.kalends.exchange.sim;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** CreateItem, UpdateItem, DeleteItem and FindItem. */
final class WriteAnswers {

    private static final String DECLINED = "Decline";
    private static final String INSTANCE_GONE = "ErrorCalendarOccurrenceIsDeletedFromRecurrence";

    private final SimMailbox mailbox;
    private final Runnable sending;

    /** @param sending run for each request by which mails would go out */
    WriteAnswers(SimMailbox mailbox, Runnable sending) {
        this.mailbox = mailbox;
        this.sending = sending;
    }

    String create(Element request) {
        var wanted = elements(request, "CalendarItem");
        if (wanted.isEmpty()) return answer(request);
        silent(request, "SendMeetingInvitations");
        var folder = EwsSchema.attribute(request, "FolderId", "Id");
        return "<m:CreateItemResponse><m:ResponseMessages>"
                + wanted.stream().map(one -> created(folder, one)).collect(joining())
                + "</m:ResponseMessages></m:CreateItemResponse>";
    }

    private String created(String folder, Element wanted) {
        var item = new SimItem();
        children(wanted).forEach(item::take);
        if (item.content("CalendarItemType").isEmpty()) item.with("CalendarItemType", "Single");
        mailbox.holding(folder, item.completed(mailbox.address()));
        return message("CreateItem", "<t:CalendarItem>" + item.idXml() + "</t:CalendarItem>");
    }

    /** The invitation is gone, and what was answered is another item, or thrown away if it was declined. */
    private String answer(Element request) {
        if (!request.getAttribute("MessageDisposition").equals("SaveOnly")) sending.run();
        var said = children(child(request, "Items")).get(0);
        var known = mailbox.item(EwsSchema.attribute(said, "ReferenceItemId", "Id"));
        if (known.isEmpty()) return refused("CreateItem", "ErrorItemNotFound");
        var response =
                said.getLocalName().replace("TentativelyAccept", "Tentative").replace("Item", "");
        if (mailbox.instances().holds(known.get())) answerInstance(known.get(), response);
        else answerWhole(known.get(), response);
        return done("CreateItem", "");
    }

    private void answerWhole(SimItem item, String response) {
        if (!response.equals(DECLINED)) {
            var answered = item.moved().with("MyResponseType", response);
            mailbox.instances().moved(item, answered);
            mailbox.holding(answered);
        }
        mailbox.remove(item);
    }

    private void answerInstance(SimItem instance, String response) {
        if (response.equals(DECLINED)) mailbox.instances().delete(instance);
        else mailbox.instances().change(instance.with("MyResponseType", response));
    }

    String update(Element request) {
        silent(request, "SendMeetingInvitationsOrCancellations");
        var occurrence = elements(request, "OccurrenceItemId");
        if (!occurrence.isEmpty()) return updateInstance(request, occurrence.get(0));
        var id = elements(request, "ItemId").get(0);
        var item = mailbox.item(id.getAttribute("Id"));
        if (item.isEmpty()) return refused("UpdateItem", "ErrorItemNotFound");
        if (!item.get().is(id.getAttribute("ChangeKey"))) return refused("UpdateItem", "ErrorIrresolvableConflict");
        apply(request, item.get());
        item.get().completed(mailbox.address());
        mailbox.changed(item.get());
        return updated(item.get());
    }

    private static void apply(Element request, SimItem item) {
        for (var set : elements(request, "SetItemField")) {
            children(child(set, "CalendarItem")).forEach(item::take);
        }
        for (var deletion : elements(request, "DeleteItemField")) {
            item.without(EwsSchema.attribute(deletion, "FieldURI", "FieldURI").replaceFirst(".*:", ""));
        }
    }

    private String updateInstance(Element request, Element occurrence) {
        var series = mailbox.item(occurrence.getAttribute("RecurringMasterId"));
        if (series.isEmpty()) return refused("UpdateItem", "ErrorItemNotFound");
        if (mailbox.instances().isDeleted(series.get(), occurrence)) return refused("UpdateItem", INSTANCE_GONE);
        var instance = mailbox.instances().of(series.get(), occurrence);
        apply(request, instance);
        mailbox.instances().change(instance);
        return updated(instance);
    }

    /** It has another id there. */
    String move(Element request) {
        var known = mailbox.item(EwsSchema.attribute(request, "ItemId", "Id"));
        if (known.isEmpty()) return refused("MoveItem", "ErrorItemNotFound");
        var moved = known.get().moved();
        mailbox.instances().moved(known.get(), moved);
        mailbox.move(known.get(), EwsSchema.attribute(request, "FolderId", "Id"), moved);
        return done("MoveItem", "<t:CalendarItem>" + moved.idXml() + "</t:CalendarItem>");
    }

    String delete(Element request) {
        silent(request, "SendMeetingCancellations");
        if (!request.getAttribute("DeleteType").equals("MoveToDeletedItems")) sending.run();
        var occurrence = elements(request, "OccurrenceItemId");
        var item = mailbox.item(
                occurrence.isEmpty()
                        ? EwsSchema.attribute(request, "ItemId", "Id")
                        : occurrence.get(0).getAttribute("RecurringMasterId"));
        if (item.isEmpty()) return refused("DeleteItem", "ErrorItemNotFound");
        if (occurrence.isEmpty()) mailbox.remove(item.get());
        else if (mailbox.instances().isDeleted(item.get(), occurrence.get(0)))
            return refused("DeleteItem", INSTANCE_GONE);
        else mailbox.instances().delete(mailbox.instances().of(item.get(), occurrence.get(0)));
        return "<m:DeleteItemResponse><m:ResponseMessages><m:DeleteItemResponseMessage ResponseClass=\"Success\">"
                + "<m:ResponseCode>NoError</m:ResponseCode></m:DeleteItemResponseMessage></m:ResponseMessages>"
                + "</m:DeleteItemResponse>";
    }

    String find(Element request) {
        if (request.getElementsByTagNameNS(EwsSchema.MESSAGES, "CalendarView").getLength() > 0)
            return ViewAnswers.view(request, mailbox);
        var value = EwsSchema.attribute(request, "Constant", "Value");
        var found = mailbox.items(EwsSchema.attribute(request, "FolderId", "Id")).stream()
                .filter(item -> item.content("ExtendedProperty").contains(">" + value + "<"))
                .toList();
        var items = new StringBuilder();
        found.forEach(item -> items.append("<t:CalendarItem>" + item.idXml() + "</t:CalendarItem>"));
        return "<m:FindItemResponse><m:ResponseMessages><m:FindItemResponseMessage ResponseClass=\"Success\">"
                + "<m:ResponseCode>NoError</m:ResponseCode><m:RootFolder TotalItemsInView=\"" + found.size()
                + "\" IncludesLastItemInRange=\"true\"><t:Items>" + items
                + "</t:Items></m:RootFolder></m:FindItemResponseMessage></m:ResponseMessages></m:FindItemResponse>";
    }

    private void silent(Element request, String attribute) {
        if (!request.getAttribute(attribute).equals("SendToNone")) sending.run();
    }

    private static String updated(SimItem item) {
        return done("UpdateItem", "<t:CalendarItem>" + item.idXml() + "</t:CalendarItem>");
    }

    private static String done(String operation, String items) {
        return "<m:%1$sResponse><m:ResponseMessages>".formatted(operation)
                + message(operation, items)
                + "</m:ResponseMessages></m:%1$sResponse>".formatted(operation);
    }

    private static String message(String operation, String items) {
        return "<m:%1$sResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError".formatted(operation)
                + "</m:ResponseCode><m:Items>" + items + "</m:Items>"
                + (operation.equals("UpdateItem") ? "<m:ConflictResults><t:Count>0</t:Count></m:ConflictResults>" : "")
                + "</m:%1$sResponseMessage>".formatted(operation);
    }

    private static String refused(String operation, String code) {
        var items = operation.equals("DeleteItem") ? "" : "<m:Items/>";
        return "<m:%1$sResponse><m:ResponseMessages><m:%1$sResponseMessage ResponseClass=\"Error\"><m:MessageText>No."
                        .formatted(operation)
                + "</m:MessageText><m:ResponseCode>" + code + "</m:ResponseCode><m:DescriptiveLinkKey>0"
                + "</m:DescriptiveLinkKey>" + items
                + "</m:%1$sResponseMessage></m:ResponseMessages></m:%1$sResponse>".formatted(operation);
    }

    private static List<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagNameNS(EwsSchema.TYPES, name);
        var all = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) all.add((Element) found.item(i));
        return all;
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        var all = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) all.add(element);
        }
        return all;
    }
}
