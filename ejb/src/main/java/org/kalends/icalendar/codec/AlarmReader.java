package org.kalends.icalendar.codec;

import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kalends.icalendar.Alarm;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;

/** VALARMs that stand at a time relative to the start. Others, and those that tell nobody, stay in the text only. */
final class AlarmReader {

    static final String CHANNEL = "X-KALENDS-CHANNEL";

    private AlarmReader() {}

    static List<Alarm> alarms(Block event) {
        return event.blocks("VALARM").flatMap(b -> read(b).stream()).toList();
    }

    static Optional<Alarm> read(Block alarm) {
        var channel = channel(alarm);
        var trigger = alarm.line("TRIGGER");
        if (trigger.isEmpty() || channel.isEmpty()) return Optional.empty();
        if (trigger.get().paramValue("RELATED").equalsIgnoreCase("END")) return Optional.empty();
        try {
            var length = Times.duration(trigger.get().value());
            return Optional.of(new Alarm(length.negated(), channel.get()));
        } catch (DateTimeException absolute) {
            return Optional.empty();
        }
    }

    /** How its reader is told; empty where it tells nobody anything. */
    static Optional<Channel> channel(Block alarm) {
        var action = alarm.line("ACTION").map(ContentLine::token).orElse("DISPLAY");
        if (action.equals("EMAIL")) return Optional.of(Channel.MAIL);
        if (!List.of("DISPLAY", "AUDIO").contains(action)) return Optional.empty();
        var named = alarm.line(CHANNEL)
                .map(l -> l.value().strip().toUpperCase(Locale.ROOT))
                .orElse("");
        return Optional.of(named.equals(Channel.MESSENGER.name()) ? Channel.MESSENGER : Channel.BROWSER);
    }
}
