package org.kalends.icalendar.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Method;
import org.kalends.icalendar.ScheduleParameters;
import org.kalends.icalendar.ScheduleParameters.Agent;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Param;
import org.kalends.identity.CalendarAddress;

/** The parameters of ATTENDEE and ORGANIZER that are about scheduling. */
final class ScheduleLines {

    static final String AGENT = "SCHEDULE-AGENT";
    static final String STATUS = "SCHEDULE-STATUS";
    static final String FORCE = "SCHEDULE-FORCE-SEND";
    static final String DELEGATED_TO = "DELEGATED-TO";
    static final String DELEGATED_FROM = "DELEGATED-FROM";
    private static final String SENT_BY = "SENT-BY";

    private ScheduleLines() {}

    static ScheduleParameters read(ContentLine line) {
        var sentBy = addresses(line, SENT_BY);
        return new ScheduleParameters(
                Agent.of(line.paramValue(AGENT)),
                line.paramValue(STATUS),
                method(line.paramValue(FORCE)),
                sentBy.isEmpty() ? null : sentBy.get(0),
                addresses(line, DELEGATED_TO),
                addresses(line, DELEGATED_FROM));
    }

    private static @Nullable Method method(String token) {
        if (token.isEmpty()) return null;
        for (var method : Method.values()) if (method.name().equalsIgnoreCase(token)) return method;
        return null;
    }

    private static List<CalendarAddress> addresses(ContentLine line, String name) {
        return line.param(name).stream()
                .flatMap(param -> param.values().stream())
                .map(PeopleReader::address)
                .flatMap(Optional::stream)
                .toList();
    }

    static List<Param> params(ScheduleParameters schedule) {
        var params = new ArrayList<Param>();
        var sentBy = schedule.sentBy();
        if (sentBy != null) params.add(Param.of(SENT_BY, sentBy.mailto()));
        add(params, DELEGATED_TO, schedule.delegatedTo());
        add(params, DELEGATED_FROM, schedule.delegatedFrom());
        if (schedule.agent() != Agent.SERVER)
            params.add(Param.of(AGENT, schedule.agent().name()));
        if (!schedule.status().isEmpty()) params.add(Param.of(STATUS, schedule.status()));
        var force = schedule.force();
        if (force != null) params.add(Param.of(FORCE, force.name()));
        return params;
    }

    private static void add(List<Param> params, String name, List<CalendarAddress> addresses) {
        if (addresses.isEmpty()) return;
        params.add(
                new Param(name, addresses.stream().map(CalendarAddress::mailto).toList()));
    }
}
