package org.kalends.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kalends.identity.store.SettingsStore;

/** Settings by person; who never chose has the usual ones. */
@ApplicationScoped
public class SettingsOf {

    @Inject
    SettingsStore settings;

    @Inject
    Event<PersonChanged> changed;

    @Inject
    Event<SettingsChosen> chose;

    public PersonalSettings of(Principal principal) {
        return of(List.of(principal)).getOrDefault(principal.id(), PersonalSettings.usual(principal));
    }

    /** One statement for all; every one asked for is in the answer. */
    public Map<UUID, PersonalSettings> of(Collection<Principal> principals) {
        var chosen = settings.find(principals.stream().map(Principal::id).toList());
        var all = new HashMap<UUID, PersonalSettings>();
        for (var principal : principals) {
            var own = chosen.get(principal.id());
            all.put(principal.id(), own == null ? PersonalSettings.usual(principal) : own);
        }
        return all;
    }

    /** Zone and language of the principal follow. */
    @Transactional
    public void put(Principal principal, PersonalSettings chosen) {
        settings.put(principal.id(), chosen);
        chose.fire(new SettingsChosen(principal.id(), chosen));
        if (!chosen.zone().equals(principal.zone())) changed.fire(new PersonChanged(principal.id()));
    }
}
