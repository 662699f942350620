package org.kalends.icalendar;

import java.util.ArrayList;
import org.kalends.icalendar.Alarm.Channel;

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
