package org.kalends.exchange.item;

import java.util.List;
import java.util.stream.Stream;
import org.kalends.exchange.ews.xml.Element;

/** Asks for items with all that is carried over. */
public final class ItemRequest {

    /** How many may be asked for at once. */
    public static final int MOST = 50;

    private static final List<String> ITEM = List.of(
            "Subject",
            "Body",
            "TextBody",
            "Sensitivity",
            "Importance",
            "Categories",
            "Attachments",
            "ReminderIsSet",
            "ReminderMinutesBeforeStart",
            "LastModifiedTime",
            "DateTimeCreated");

    private static final List<String> CALENDAR = List.of(
            "UID",
            "RecurrenceId",
            "DateTimeStamp",
            "Start",
            "End",
            "IsAllDayEvent",
            "LegacyFreeBusyStatus",
            "Location",
            "IsMeeting",
            "IsCancelled",
            "MyResponseType",
            "Organizer",
            "RequiredAttendees",
            "OptionalAttendees",
            "Resources",
            "Recurrence",
            "ModifiedOccurrences",
            "DeletedOccurrences",
            "StartTimeZone",
            "EndTimeZone",
            "AppointmentSequenceNumber");

    private ItemRequest() {}

    /** @param ids {@link #MOST} at most; each is answered by itself */
    public static Element of(List<ItemId> ids) {
        var fields = Stream.concat(
                        ITEM.stream().map(name -> "item:" + name),
                        CALENDAR.stream().map(name -> "calendar:" + name))
                .map(uri -> Element.of("t:FieldURI").with("FieldURI", uri))
                .toList();
        return Element.of(
                "m:GetItem",
                Element.of(
                        "m:ItemShape",
                        Element.text("t:BaseShape", "IdOnly"),
                        Element.text("t:BodyType", "HTML"),
                        Element.of("t:AdditionalProperties", fields)),
                Element.of("m:ItemIds", ids.stream().map(ItemId::element).toList()));
    }
}
