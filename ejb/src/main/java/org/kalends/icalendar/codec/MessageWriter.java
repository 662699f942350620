package org.kalends.icalendar.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.Uid;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Texts;

/** A VEVENT as it is told to others. */
final class MessageWriter {

    private static final Set<String> ASKED = Set.of("UID", "DTSTAMP", "ORGANIZER", "ATTENDEE");

    private MessageWriter() {}

    static Block block(Method method, Uid uid, EventComponent event) {
        var organizer = event.organizer();
        var block = EventWriter.block(
                uid,
                event.withAlarms(List.of())
                        .eachAttendee(Attendee::told)
                        .withOrganizer(
                                organizer == null
                                        ? null
                                        : organizer.withSchedule(
                                                organizer.schedule().told())));
        return switch (method) {
            case REPLY, COUNTER -> reply(block, event);
            case REFRESH -> question(block);
            default -> block;
        };
    }

    /** Who asks, whom, and for what (RFC 5546, 3.2.6). */
    private static Block question(Block block) {
        return block.edit(items -> items.stream()
                .filter(item -> item instanceof ContentLine line && ASKED.contains(line.name()))
                .toList());
    }

    private static Block reply(Block block, EventComponent event) {
        var said = event.attendees().stream()
                .flatMap(a -> Stream.ofNullable(a.comment()))
                .findFirst();
        return block.edit(items -> {
            var all = new ArrayList<>(items);
            said.ifPresent(text -> all.add(ContentLine.of("COMMENT", Texts.escape(text))));
            all.add(ContentLine.of("REQUEST-STATUS", "2.0;Success"));
            return all;
        });
    }
}
