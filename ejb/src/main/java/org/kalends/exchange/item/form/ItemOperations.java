package org.kalends.exchange.item.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.form.ItemForm.Field;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Uid;

/**
 * What changes items. Exchange sends nothing to anybody for it, and what is thrown away lies in Deleted Items.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/ews-operations-in-exchange">EWS operations</a>
 */
public final class ItemOperations {

    private static final String NOBODY = "SendToNone";

    /** As the schema orders what we write. */
    private static final List<String> ORDER = List.of(
            "t:Subject",
            "t:Sensitivity",
            "t:Body",
            "t:Categories",
            "t:Importance",
            "t:ReminderIsSet",
            "t:ReminderMinutesBeforeStart",
            "t:ExtendedProperty",
            "t:UID",
            "t:Start",
            "t:End",
            "t:IsAllDayEvent",
            "t:LegacyFreeBusyStatus",
            "t:Location",
            "t:RequiredAttendees",
            "t:OptionalAttendees",
            "t:Resources",
            "t:Recurrence",
            "t:StartTimeZone",
            "t:EndTimeZone");

    private ItemOperations() {}

    /** A new item in a folder, with a mark by which {@link #find} knows it again. */
    public static Element create(String folder, Uid uid, ItemForm form) {
        return create(folder, List.of(Map.entry(uid, form)));
    }

    /** New items, in that order. */
    public static Element create(String folder, List<Map.Entry<Uid, ItemForm>> forms) {
        var items =
                forms.stream().map(form -> item(form.getKey(), form.getValue())).toList();
        return Element.of(
                        "m:CreateItem", Element.of("m:SavedItemFolderId", folder(folder)), Element.of("m:Items", items))
                .with("SendMeetingInvitations", NOBODY);
    }

    private static Element item(Uid uid, ItemForm form) {
        var values = new ArrayList<>(form.values());
        values.add(Element.text("t:UID", uid.value()));
        values.add(Element.of("t:ExtendedProperty", origin(), Element.text("t:Value", uid.value())));
        values.sort(Comparator.comparing(value -> ORDER.indexOf(value.name())));
        return Element.of("t:CalendarItem", values);
    }

    /** What {@link #create} made of that event, if it did. */
    public static Element find(String folder, Uid uid) {
        return Element.of(
                        "m:FindItem",
                        Element.of("m:ItemShape", Element.text("t:BaseShape", "IdOnly")),
                        Element.of("m:IndexedPageItemView")
                                .with("MaxEntriesReturned", "1")
                                .with("Offset", "0")
                                .with("BasePoint", "Beginning"),
                        Element.of(
                                "m:Restriction",
                                Element.of(
                                        "t:IsEqualTo",
                                        origin(),
                                        Element.of(
                                                "t:FieldURIOrConstant",
                                                Element.of("t:Constant").with("Value", uid.value())))),
                        Element.of("m:ParentFolderIds", folder(folder)))
                .with("Traversal", "Shallow");
    }

    private static Element origin() {
        return Element.of("t:ExtendedFieldURI")
                .with("DistinguishedPropertySetId", "PublicStrings")
                .with("PropertyName", "x-calendar-origin")
                .with("PropertyType", "String");
    }

    private static Element folder(String id) {
        return Element.of("t:FolderId").with("Id", id);
    }

    /** Only if nobody changed it meanwhile: Exchange compares the change key. */
    public static Element update(ItemId item, List<Field> fields) {
        var id = Element.of("t:ItemId").with("Id", item.id()).with("ChangeKey", item.changeKey());
        return update(id, fields);
    }

    /** One instance of a series. */
    public static Element update(ItemId series, int instance, List<Field> fields) {
        return update(occurrence(series, instance), fields);
    }

    private static Element update(Element id, List<Field> fields) {
        var updates = fields.stream().map(ItemOperations::update).toList();
        return Element.of(
                        "m:UpdateItem",
                        Element.of("m:ItemChanges", Element.of("t:ItemChange", id, Element.of("t:Updates", updates))))
                .with("ConflictResolution", "NeverOverwrite")
                .with("MessageDisposition", "SaveOnly")
                .with("SendMeetingInvitationsOrCancellations", NOBODY);
    }

    private static Element update(Field field) {
        var uri = Element.of("t:FieldURI").with("FieldURI", field.uri());
        return field.value()
                .map(value -> Element.of("t:SetItemField", uri, Element.of("t:CalendarItem", value)))
                .orElseGet(() -> Element.of("t:DeleteItemField", uri));
    }

    /** @param instance from 1, as the rule counts, whatever was deleted */
    private static Element occurrence(ItemId series, int instance) {
        return Element.of("t:OccurrenceItemId")
                .with("RecurringMasterId", series.id())
                .with("InstanceIndex", Integer.toString(instance));
    }

    /** Asks for the id that one instance of a series has. */
    public static Element instance(ItemId series, int instance) {
        return Element.of(
                "m:GetItem",
                Element.of("m:ItemShape", Element.text("t:BaseShape", "IdOnly")),
                Element.of("m:ItemIds", occurrence(series, instance)));
    }

    /** Into another folder, where it has another id. */
    public static Element move(ItemId item, String folder) {
        return Element.of(
                "m:MoveItem", Element.of("m:ToFolderId", folder(folder)), Element.of("m:ItemIds", item.element()));
    }

    public static Element delete(ItemId item) {
        return delete(item.element());
    }

    /** One instance of a series. */
    public static Element delete(ItemId series, int instance) {
        return delete(occurrence(series, instance));
    }

    private static Element delete(Element id) {
        return Element.of("m:DeleteItem", Element.of("m:ItemIds", id))
                .with("DeleteType", "MoveToDeletedItems")
                .with("SendMeetingCancellations", NOBODY);
    }

    /** What the mailbox says to an invitation; only an answer can be given. */
    public static Element answer(ItemId item, ParticipationStatus answer) {
        var name =
                switch (answer) {
                    case ACCEPTED -> "t:AcceptItem";
                    case DECLINED -> "t:DeclineItem";
                    default -> "t:TentativelyAcceptItem";
                };
        var reference = Element.of("t:ReferenceItemId").with("Id", item.id()).with("ChangeKey", item.changeKey());
        return Element.of("m:CreateItem", Element.of("m:Items", Element.of(name, reference)))
                .with("MessageDisposition", "SaveOnly");
    }

    /** The id that an item has after one of these. */
    public static Stream<ItemId> ids(Element message) {
        return message.all("t:CalendarItem").flatMap(item -> ItemId.of(item).stream());
    }
}
