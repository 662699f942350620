package org.kalends.exchange.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.exchange.sync.SyncNote;
import org.kalends.exchange.sync.SyncNote.Kind;
import org.kalends.icalendar.Uid;

/** What people should know of events that are kept the same. */
@ApplicationScoped
public class NoteStore {

    @Inject
    Jdbi jdbi;

    public void add(UUID home, SyncNote note) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into ews_note (home_id, note_id, uid, at, kind, detail) values (?, ?, ?, ?, ?, ?)",
                home,
                note.id(),
                note.uid().value(),
                note.at(),
                note.kind().name(),
                note.detail()));
    }

    /** The newest first. */
    public List<SyncNote> list(UUID home, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ews_note where home_id = ? order by note_id desc limit ?")
                        .bind(0, home)
                        .bind(1, most)
                        .map((row, context) -> new SyncNote(
                                row.getObject("note_id", UUID.class),
                                new Uid(row.getString("uid")),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Kind.valueOf(row.getString("kind")),
                                row.getString("detail")))
                        .list());
    }
}
