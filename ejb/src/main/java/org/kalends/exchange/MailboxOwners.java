package org.kalends.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;

/** Whose home here belongs to a mailbox there. */
@ApplicationScoped
public class MailboxOwners {

    @Inject
    Directory directory;

    /** Begins something for each, once for what stands there twice; refused is who is not here. */
    public <T> List<Asked<T>> each(List<String> addresses, BiFunction<Principal, CalendarAddress, Asked<T>> beginning) {
        var asked = new ArrayList<Asked<T>>();
        for (var address : new LinkedHashSet<>(addresses)) asked.add(one(address, beginning));
        return asked;
    }

    private <T> Asked<T> one(String text, BiFunction<Principal, CalendarAddress, Asked<T>> beginning) {
        CalendarAddress address;
        try {
            address = new CalendarAddress(text);
        } catch (IllegalArgumentException e) {
            return new Asked.Refused<>(text, "It " + e.getMessage());
        }
        var owner = directory.byAddress(address);
        if (owner.isEmpty()) return new Asked.Refused<>(text, "Nobody here has that address");
        if (owner.get().kind() == Principal.Kind.GROUP) return new Asked.Refused<>(text, "A group has no calendar");
        return beginning.apply(owner.get(), address);
    }
}
