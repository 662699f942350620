package org.kalends.exchange.folder.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.icalendar.Uid;

/** The table {@code ews_file}: which file here is which attachment there. */
@ApplicationScoped
public class FileStore {

    @Inject
    Jdbi jdbi;

    /** Those of the attachments whose files are here. */
    public Set<String> known(UUID home, Collection<String> attachments) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select attachment_id from ews_file where home_id = :home and attachment_id = any(:ids)")
                .bind("home", home)
                .bind("ids", attachments.toArray(String[]::new))
                .mapTo(String.class)
                .set());
    }

    /** Files of an event that come from Exchange, by the attachment's id. */
    public Map<String, UUID> of(UUID home, Uid uid) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select attachment_id, file_id from ews_file where home_id = :home and uid = :uid")
                .bind("home", home)
                .bind("uid", uid.value())
                .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void keep(UUID home, Uid uid, String attachment, UUID file) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into ews_file (home_id, attachment_id, uid, file_id) values (:home, :attachment, :uid, :file)
                        on conflict (home_id, attachment_id) do update set uid = excluded.uid, file_id = excluded.file_id""")
                .bind("home", home)
                .bind("attachment", attachment)
                .bind("uid", uid.value())
                .bind("file", file)
                .execute());
    }

    /** It is not there any more. */
    public void forget(UUID home, String attachment) {
        jdbi.useHandle(handle ->
                handle.execute("delete from ews_file where home_id = ? and attachment_id = ?", home, attachment));
    }

    /** All of an event but these are not there any more. */
    public void keepOnly(UUID home, Uid uid, Collection<String> attachments) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from ews_file where home_id = :home and uid = :uid and not attachment_id = any(:ids)")
                .bind("home", home)
                .bind("uid", uid.value())
                .bind("ids", attachments.toArray(String[]::new))
                .execute());
    }
}
