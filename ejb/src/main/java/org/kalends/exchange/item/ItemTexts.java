package org.kalends.exchange.item;

import java.time.Duration;
import java.util.List;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Details;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Labels.Classification;
import org.kalends.icalendar.Labels.Status;
import org.kalends.icalendar.Labels.Transparency;

/**
 * What an item says beside when and who.
 *
 * @see <a href="https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-oxcical/">MS-OXCICAL, 2.1.3.1.1.20</a>
 */
final class ItemTexts {

    private ItemTexts() {}

    static Details details(Element item) {
        var words = item.value("t:TextBody").orElse("").replace("\r\n", "\n").strip();
        return new Details(text(item, "t:Subject"), words, text(item, "t:Location"), null);
    }

    static Labels labels(Element item) {
        return new Labels(
                item.holds("t:IsCancelled") ? Status.CANCELLED : Status.CONFIRMED,
                switch (text(item, "t:Sensitivity")) {
                    case "Personal", "Private" -> Classification.PRIVATE;
                    case "Confidential" -> Classification.CONFIDENTIAL;
                    default -> Classification.PUBLIC;
                },
                switch (busy(item)) {
                    case "Free", "WorkingElsewhere" -> Transparency.TRANSPARENT;
                    case "OOF" -> Transparency.OUT_OF_OFFICE;
                    default -> Transparency.OPAQUE;
                },
                item.child("t:Categories").stream()
                        .flatMap(all -> all.children().stream())
                        .map(Element::text)
                        .toList(),
                null);
    }

    static List<Alarm> alarms(Element item) {
        if (!item.holds("t:ReminderIsSet")) return List.of();
        var minutes =
                item.value("t:ReminderMinutesBeforeStart").map(Long::parseLong).orElse(15L);
        return List.of(new Alarm(Duration.ofMinutes(minutes), Alarm.Channel.BROWSER));
    }

    private static String busy(Element item) {
        return text(item, "t:LegacyFreeBusyStatus");
    }

    private static String text(Element item, String name) {
        return item.value(name).orElse("");
    }
}
