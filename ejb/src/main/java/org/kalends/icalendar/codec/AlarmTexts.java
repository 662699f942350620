package org.kalends.icalendar.codec;

import java.util.ArrayList;
import java.util.List;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Item;

/** VALARMs that stand alone, as the default alarms of a calendar do. */
public final class AlarmTexts {

    /** What programs write where they want none. */
    private static final String NO_ALARM = "NONE";

    private AlarmTexts() {}

    /**
     * Any number of VALARMs, one after the other; none where there is nothing but white space.
     *
     * @throws InvalidCalendarData if there is anything else, or one that does not stand at a time before the start
     */
    public static List<Alarm> parse(String text) {
        var event = ContentReader.calendar("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + text.strip()
                        + (text.isBlank() ? "" : "\r\n") + "END:VEVENT\r\nEND:VCALENDAR\r\n")
                .blocks("VEVENT")
                .findFirst()
                .orElseThrow(() -> new InvalidCalendarData("VALARM expected"));
        var alarms = new ArrayList<Alarm>();
        for (var item : event.items()) {
            if (!(item instanceof Block alarm) || !alarm.name().equals("VALARM")) {
                throw new InvalidCalendarData("VALARM expected, not " + item.name());
            }
            if (alarm.line("ACTION").map(ContentLine::token).orElse("").equals(NO_ALARM)) continue;
            alarms.add(
                    AlarmReader.read(alarm)
                            .orElseThrow(
                                    () -> new InvalidCalendarData(
                                            "a default VALARM has ACTION DISPLAY, AUDIO or EMAIL and a TRIGGER relative to the start")));
        }
        return alarms;
    }

    public static String text(List<Alarm> alarms) {
        var text = new StringBuilder();
        for (var alarm : alarms) text.append(Block.of("VALARM", items(alarm)).raw());
        return text.toString();
    }

    private static List<Item> items(Alarm alarm) {
        return List.of(
                ContentLine.of("ACTION", alarm.channel() == Alarm.Channel.MAIL ? "EMAIL" : "DISPLAY"),
                ContentLine.of("TRIGGER", Times.text(alarm.before().negated())),
                ContentLine.of("DESCRIPTION", "Reminder"),
                ContentLine.of(AlarmReader.CHANNEL, alarm.channel().name()));
    }
}
