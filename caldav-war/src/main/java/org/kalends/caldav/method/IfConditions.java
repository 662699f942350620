package org.kalends.caldav.method;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.DavPath;
import org.kalends.caldav.http.EntityTags;
import org.kalends.caldav.http.Exchange;
import org.kalends.caldav.http.IfHeader;
import org.kalends.caldav.http.IfHeader.Condition;
import org.kalends.caldav.http.IfHeader.Conjunction;
import org.kalends.caldav.http.IfHeader.EntityTag;
import org.kalends.caldav.http.IfHeader.Sense;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.report.HomeState;
import org.kalends.caldav.report.SyncTokens;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;

/**
 * Judges the header {@code If} before a method begins. An entity tag of the object that the method is about is judged
 * once more under the calendar's lock; what is said of other resources was true at the beginning.
 */
@ApplicationScoped
public class IfConditions {

    private static final int MOST_RESOURCES = 10;

    @Inject
    ResourceFinder resources;

    /** What there is to compare with. */
    private record State(@Nullable String etag, @Nullable String token) {
        static final State NONE = new State(null, null);

        boolean holds(Condition condition) {
            boolean is = condition instanceof EntityTag tag
                    ? tag.value().equals(etag)
                    : condition.value().equals(token);
            return is == (condition.sense() == Sense.IS);
        }
    }

    /** @throws Refusal 412 when no list holds, 400 when it cannot be read */
    public void check(Exchange exchange) {
        var header = exchange.header("If");
        if (header == null) return;
        var states = new HashMap<String, State>();
        for (var list : IfHeader.parse(header).lists()) {
            var state = stateOf(exchange, list, states);
            if (!list.conditions().stream().allMatch(state::holds)) continue;
            if (list.resource() == null || aboutTheRequest(exchange, list)) pin(exchange, list);
            return;
        }
        throw Refusal.of(412, "What the header If says does not hold");
    }

    private State stateOf(Exchange exchange, Conjunction list, Map<String, State> known) {
        var path = list.resource() == null ? Optional.of(exchange.path()) : Hrefs.path(list.resource());
        var key = path.map(DavPath::toString).orElse("");
        if (known.size() == MOST_RESOURCES && !known.containsKey(key)) {
            throw Refusal.badRequest("The header If names more than " + MOST_RESOURCES + " resources");
        }
        return known.computeIfAbsent(key, k -> path.flatMap(p -> resources.find(exchange.viewer(), p))
                .map(found -> state(exchange, found))
                .orElse(State.NONE));
    }

    private static State state(Exchange exchange, Resource resource) {
        if (resource.kind() == Kind.OBJECT) {
            return new State(EntityTags.quoted(resource.object().etag()), null);
        }
        if (resource.kind() == Kind.HOME) {
            var members = exchange.viewing().members(resource.owner());
            return new State(null, HomeState.of(resource.owner().id(), members).token());
        }
        boolean synchronised = resource.kind() == Kind.CALENDAR || resource.kind() == Kind.INBOX;
        return synchronised ? new State(null, SyncTokens.of(resource.calendar()).text()) : State.NONE;
    }

    private static boolean aboutTheRequest(Exchange exchange, Conjunction list) {
        return Optional.ofNullable(list.resource())
                .flatMap(Hrefs::path)
                .filter(path -> path.segments().equals(exchange.path().segments()))
                .isPresent();
    }

    private static void pin(Exchange exchange, Conjunction list) {
        list.conditions().stream()
                .filter(condition -> condition instanceof EntityTag && condition.sense() == Sense.IS)
                .findFirst()
                .ifPresent(condition -> exchange.pin(EntityTags.unquoted(condition.value())));
    }
}
