package org.kalends.web.event;

import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kalends.event.EditLock;
import org.kalends.problem.Problem;
import org.kalends.web.event.EventJson.HolderJson;
import org.kalends.web.http.ProblemJson;

/** Outcomes that are no success. */
public final class Refusals {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT);

    private Refusals() {}

    /** With the event as it stands, so that the caller can compare. */
    static Response stale(EventJson current) {
        return ProblemJson.response(
                Problem.STALE, "The event was changed since you read it", List.of(), Map.of("current", current));
    }

    public static Response locked(EditLock.Holder holder) {
        HolderJson json = EventRenderer.holder(holder);
        var until = CLOCK.format(json.until().atOffset(ZoneOffset.UTC));
        return ProblemJson.response(
                Problem.EDIT_LOCKED,
                json.name() + " is editing until " + until,
                List.of(),
                Map.of("holder", Map.of("name", json.name(), "address", json.address()), "until", json.until()));
    }
}
