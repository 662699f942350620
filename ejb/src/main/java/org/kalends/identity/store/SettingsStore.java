package org.kalends.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.kalends.identity.PersonalSettings;

/** Settings as JSON, one row for whoever chose. */
@ApplicationScoped
public class SettingsStore {

    @Inject
    Jdbi jdbi;

    public Map<UUID, PersonalSettings> find(Collection<UUID> principals) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select principal_id, body::text as body from settings where principal_id = any(:ids)")
                .bind("ids", principals.toArray(UUID[]::new))
                .map((row, context) ->
                        Map.entry(row.getObject("principal_id", UUID.class), SettingsJson.read(row.getString("body"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public void put(UUID principal, PersonalSettings chosen) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into settings (principal_id, body) values (:id, :body::jsonb)"
                            + " on conflict (principal_id) do update set body = excluded.body")
                    .bind("id", principal)
                    .bind("body", SettingsJson.write(chosen))
                    .execute();
            handle.createUpdate("update principal set zone = :zone, language = :language where id = :id")
                    .bind("id", principal)
                    .bind("zone", chosen.zone().getId())
                    .bind("language", chosen.language().getLanguage())
                    .execute();
        });
    }
}
