package org.kalends.icalendar.codec;

import java.util.ArrayList;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Texts;

/** An {@link Alarm} to its VALARM. */
final class AlarmWriter {

    private AlarmWriter() {}

    static Block block(Alarm alarm, EventComponent event) {
        boolean mail = alarm.channel() == Channel.MAIL;
        var title = Texts.escape(
                event.details().title().isEmpty() ? "Reminder" : event.details().title());
        var items = new ArrayList<Item>();
        items.add(ContentLine.of("ACTION", mail ? "EMAIL" : "DISPLAY"));
        items.add(ContentLine.of("TRIGGER", Times.text(alarm.before().negated())));
        items.add(ContentLine.of("DESCRIPTION", title));
        if (mail) {
            items.add(ContentLine.of("SUMMARY", title));
            var organizer =
                    event.organizer(); // an EMAIL alarm must name a recipient, though it is the owner who is told
            items.add(ContentLine.of(
                    "ATTENDEE",
                    organizer == null ? "invalid:nomail" : organizer.address().mailto()));
        } else {
            items.add(ContentLine.of(AlarmReader.CHANNEL, alarm.channel().name()));
        }
        return Block.of("VALARM", items);
    }
}
