package org.kalends.attachment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.attachment.StoredFile;
import org.kalends.icalendar.Uid;

/** The tables {@code attachment} and {@code attachment_link}. */
@ApplicationScoped
public class AttachmentStore {

    private static final String COLUMNS = "f.id, f.home_id, f.uid, f.digest, f.name, f.type, f.size";

    @Inject
    Jdbi jdbi;

    public void add(StoredFile file) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into attachment (id, home_id, uid, digest, name, type, size, created)"
                                + " values (:id, :home, :uid, :digest, :name, :type, :size, clock_timestamp())")
                .bind("id", file.id())
                .bind("home", file.home())
                .bind("uid", file.uid().value())
                .bind("digest", file.digest())
                .bind("name", file.name())
                .bind("type", file.type())
                .bind("size", file.size())
                .execute());
    }

    /** Of that event alone: who knows an id of another one's file gets nothing by writing it into his own event. */
    public Optional<StoredFile> find(UUID id, Uid uid) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from attachment f where f.id = ? and f.uid = ?")
                        .bind(0, id)
                        .bind(1, uid.value())
                        .map((row, context) -> file(row))
                        .findOne());
    }

    public void link(byte[] tokenHash, UUID attachment, Duration lives) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into attachment_link (token_hash, attachment, expires)"
                        + " values (:hash, :attachment, clock_timestamp() + :lives * interval '1 second')")
                .bind("hash", tokenHash)
                .bind("attachment", attachment)
                .bind("lives", lives.toSeconds())
                .execute());
    }

    /** @param live whether the link still works */
    public record Linked(StoredFile file, boolean live) {}

    public Optional<Linked> linked(byte[] tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + ", l.expires > clock_timestamp() as live from attachment_link l"
                        + " join attachment f on f.id = l.attachment where l.token_hash = ?")
                .bind(0, tokenHash)
                .map((row, context) -> new Linked(file(row), row.getBoolean("live")))
                .findOne());
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getObject("home_id", UUID.class),
                new Uid(row.getString("uid")),
                row.getString("digest"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"));
    }
}
