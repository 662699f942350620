package org.kalends.icalendar.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Param;

/**
 * ATTENDEE lines. Those of a crowd are kept for a while once they are written: one list of people stands in the copy of
 * each of them, and in the mail to each.
 */
final class AttendeeLines {

    private static final int CROWD = 50;
    private static final int MOST = 4;
    private static final Map<Same, List<Written>> KNOWN = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Same, List<Written>> eldest) {
            return size() > MOST;
        }
    };

    private AttendeeLines() {}

    /** @param slot what makes two lines be about the same attendee */
    record Written(String slot, ContentLine line) {}

    /** One list and no other of the same content: to compare thousands costs what to write them does. */
    private record Same(List<Attendee> attendees) {

        @Override
        @SuppressWarnings("ReferenceEquality") // that is what it is for
        public boolean equals(Object other) {
            return other instanceof Same same && same.attendees == attendees;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(attendees);
        }
    }

    static List<Written> of(List<Attendee> attendees) {
        if (attendees.size() < CROWD) return written(attendees);
        var key = new Same(attendees);
        synchronized (KNOWN) {
            var known = KNOWN.get(key);
            if (known != null) return known;
        }
        var lines = written(attendees);
        synchronized (KNOWN) {
            KNOWN.put(key, lines);
        }
        return lines;
    }

    private static List<Written> written(List<Attendee> attendees) {
        return attendees.stream()
                .map(one -> new Written("ATTENDEE " + one.address().value(), line(one)))
                .toList();
    }

    private static ContentLine line(Attendee attendee) {
        var params = new ArrayList<Param>();
        if (!attendee.name().isEmpty()) params.add(Param.of("CN", attendee.name()));
        if (attendee.kind() != Attendee.Kind.INDIVIDUAL)
            params.add(Param.of("CUTYPE", attendee.kind().name()));
        if (attendee.role() != Attendee.Role.REQUIRED) {
            params.add(Param.of("ROLE", PeopleReader.token(attendee.role())));
        }
        params.add(Param.of("PARTSTAT", attendee.status().token()));
        if (attendee.status() == Attendee.ParticipationStatus.NEEDS_ACTION) params.add(Param.of("RSVP", "TRUE"));
        if (attendee.comment() != null) params.add(Param.of(PeopleReader.COMMENT, attendee.comment()));
        if (attendee.proposed() != null) params.add(Param.of(Proposals.PARAMETER, Proposals.text(attendee.proposed())));
        params.addAll(ScheduleLines.params(attendee.schedule()));
        return ContentLine.of("ATTENDEE", attendee.address().mailto(), params);
    }
}
