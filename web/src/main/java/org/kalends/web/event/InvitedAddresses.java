package org.kalends.web.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.kalends.addresses.AddressCheck;
import org.kalends.identity.CalendarAddress;
import org.kalends.problem.CalendarException;
import org.kalends.problem.FieldError;
import org.kalends.problem.Problem;
import org.kalends.web.event.EventInput.AttendeeInput;

/**
 * Has the addresses of a request checked before anything is locked for it. What is no address is left to whoever reads
 * the request.
 */
@ApplicationScoped
class InvitedAddresses {

    @Inject
    AddressCheck check;

    /** @throws CalendarException 422 naming the fields of those that nobody has */
    void require(@Nullable List<@Nullable AttendeeInput> attendees) {
        if (attendees == null) return;
        requireEach(attendees.stream()
                .map(one -> one == null ? null : one.address())
                .map(InvitedAddresses::address)
                .toList());
    }

    /** The same of a change. */
    void require(MergePatch patch) {
        var attendees = patch.patch().path("attendees");
        requireEach(StreamSupport.stream(attendees.spliterator(), false)
                .map(one -> one.path("address"))
                .map(JsonNode::textValue)
                .map(InvitedAddresses::address)
                .toList());
    }

    private void requireEach(List<Optional<CalendarAddress>> invited) {
        var refused = check.refused(invited.stream().flatMap(Optional::stream).toList());
        if (refused.isEmpty()) return;
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < invited.size(); i++) {
            var field = "attendees[" + i + "].address";
            invited.get(i)
                    .map(refused::get)
                    .filter(Objects::nonNull)
                    .ifPresent(reason -> errors.add(new FieldError(field, reason)));
        }
        throw new CalendarException(Problem.UNKNOWN_ATTENDEE, errors.get(0).message(), errors, Map.of());
    }

    private static Optional<CalendarAddress> address(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(CalendarAddress::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
