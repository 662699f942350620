package org.kalends.outbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;

/**
 * How records travel between nodes and through time: ISO strings for moments and durations, plain strings for
 * addresses and UIDs. Unknown members are passed over, so that two versions of the product can run side by side.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addMixIn(CalendarAddress.class, OneString.class)
            .addMixIn(Uid.class, OneString.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private Json() {}

    /**
     * The record as text.
     *
     * @throws IllegalArgumentException if the record cannot be written; a defect of the record
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * The text as a record.
     *
     * @throws IllegalArgumentException if the text is no such record
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is no " + type.getSimpleName() + " in JSON", e);
        }
    }

    /** Writes a record of one string as that string. */
    @SuppressWarnings("unused") // Jackson reads the annotations
    private abstract static class OneString {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        OneString(String value) {}

        @JsonValue
        abstract String value();
    }
}
