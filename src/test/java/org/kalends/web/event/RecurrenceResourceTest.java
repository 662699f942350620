package org.kalends.web.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.RecurrenceResource.PreviewRequest;
import org.kalends.web.http.JsonMapping;

class RecurrenceResourceTest {

    private static String preview(String request) throws JsonProcessingException {
        var read = JsonMapping.MAPPER.readValue(request.replace('\'', '"'), PreviewRequest.class);
        return JsonMapping.MAPPER
                .writeValueAsString(new RecurrenceResource().preview(read))
                .replace('"', '\'');
    }

    @Test
    void tellsTheFirstInstancesInTheFormOfTheStart() throws JsonProcessingException {
        assertThat(preview("{'start':{'dateTime':'2026-12-01T10:00:00','timeZone':'Europe/Moscow'},"
                        + "'recurrence':['RRULE:FREQ=DAILY'],'limit':2}"))
                .isEqualTo("{'items':[{'dateTime':'2026-12-01T10:00:00','timeZone':'Europe/Moscow',"
                        + "'instant':'2026-12-01T07:00:00Z'},{'dateTime':'2026-12-02T10:00:00',"
                        + "'timeZone':'Europe/Moscow','instant':'2026-12-02T07:00:00Z'}]}");
        assertThat(preview("{'start':{'date':'2026-12-01'},'recurrence':['RRULE:FREQ=YEARLY;COUNT=2']}"))
                .isEqualTo("{'items':[{'date':'2026-12-01'},{'date':'2027-12-01'}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'recurrence':[]} | start",
                "{'start':{},'recurrence':[]} | start",
                "{'start':{'date':'2026-12-32'},'recurrence':[]} | start.date",
                "{'start':{'date':'9999-12-31'},'recurrence':[]} | start.date",
                "{'start':{'dateTime':'2026-12-01T10:00:00'},'recurrence':[]} | start.timeZone",
                "{'start':{'dateTime':'2026-12-01T10:00:00','timeZone':'Mars'},'recurrence':[]} | start.timeZone",
                "{'start':{'date':'2026-12-01'}} | recurrence",
                "{'start':{'date':'2026-12-01'},'recurrence':[null]} | recurrence[0]",
                "{'start':{'date':'2026-12-01'},'recurrence':['RRULE:FREQ=HOURLY']} | recurrence[0]",
                "{'start':{'date':'2026-12-01'},'recurrence':[],'limit':51} | limit"
            })
    void namesTheFieldThatIsWrong(String request, String field) {
        var refusal = catchThrowableOfType(CalendarException.class, () -> preview(request));
        assertThat(refusal.errors()).extracting(e -> e.field()).containsExactly(field);
    }
}
