package org.kalends.calendar;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kalends.calendar.store.HomeStore;
import org.kalends.identity.Principal;

/** Homes changed by their owners; all of a change or nothing. */
@Stateless
public class HomeEditing {

    @Inject
    HomeStore store;

    @Inject
    CollectionEditing properties;

    /** @param resource what the dead properties are of: the home or its inbox */
    public void change(Principal owner, UUID resource, HomeChange wanted, List<DeadProperty> dead) {
        var availability = wanted.availability();
        if (availability != null) store.setAvailability(owner.id(), availability);
        var receiving = wanted.defaultCalendar();
        if (receiving != null) store.makeDefault(owner.id(), receiving);
        properties.keep(owner, resource, dead);
    }

    /** As it was set; empty where nothing is said. */
    public String availability(UUID home) {
        return store.availability(home);
    }
}
