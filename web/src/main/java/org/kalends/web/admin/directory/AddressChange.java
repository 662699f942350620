package org.kalends.web.admin.directory;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Draft;

/** The addresses after a change: one that is given up stays as an alias, or mail to it would reach nobody. */
record AddressChange(CalendarAddress address, List<CalendarAddress> aliases) {

    static AddressChange of(Draft before, @Nullable String address, @Nullable List<@Nullable String> aliases) {
        var old = before.registration().address();
        var next = address == null ? old : Facts.address("address", address);
        var others = new LinkedHashSet<>(aliases == null ? before.aliases() : Facts.aliases(aliases));
        if (!next.equals(old)) others.add(old);
        others.remove(next);
        return new AddressChange(next, List.copyOf(others));
    }
}
