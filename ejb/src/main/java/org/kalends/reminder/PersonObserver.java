package org.kalends.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kalends.identity.PersonChanged;
import org.kalends.reminder.store.AlarmStore;

/** Whoever moves to another zone is reminded of days by its clock. */
@ApplicationScoped
public class PersonObserver {

    @Inject
    AlarmStore alarms;

    void observe(@Observes PersonChanged changed) {
        alarms.noteAll(changed.person());
    }
}
