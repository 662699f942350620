package org.kalends.attachment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.StoredFile;
import org.kalends.icalendar.Uid;

/** The tables {@code attachment}, {@code attachment_event} and {@code attachment_link}. */
@ApplicationScoped
public class AttachmentStore {

    private static final String COLUMNS = "f.id, f.home_id, f.digest, f.name, f.type, f.size";

    @Inject
    Jdbi jdbi;

    /** Until the transaction ends, octets of that digest are not put away. */
    public void guard(String digest) {
        jdbi.useHandle(
                handle -> handle.createQuery("select 1 from pg_advisory_xact_lock_shared(hashtextextended(?, 0))")
                        .bind(0, digest)
                        .mapTo(Integer.class)
                        .one());
    }

    public void add(StoredFile file) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into attachment (id, home_id, digest, name, type, size, created)"
                                + " values (:id, :home, :digest, :name, :type, :size, clock_timestamp())")
                        .bind("id", file.id())
                        .bind("home", file.home())
                        .bind("digest", file.digest())
                        .bind("name", file.name())
                        .bind("type", file.type())
                        .bind("size", file.size())
                        .execute());
    }

    /** Events of that UID may name the file. */
    public void allow(UUID id, Uid uid) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into attachment_event values (?, ?) on conflict do nothing")
                        .bind(0, id)
                        .bind(1, uid.value())
                        .execute());
    }

    /**
     * The same for who can read it: it is of an event in one of these homes. False where it is of none of them, nor of
     * that UID already.
     */
    public boolean allowAsReader(UUID id, Uid uid, Collection<UUID> homes) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                with known as (select uid from attachment_event where attachment = :id),
                allowed as (select 1 from known where uid = :uid union all
                  select 1 from calendar_object o join known k on k.uid = o.uid where o.home_id = any(:homes)),
                added as (insert into attachment_event select :id, :uid where exists (select from allowed)
                  on conflict do nothing)
                select exists (select from allowed)""")
                .bind("id", id)
                .bind("uid", uid.value())
                .bind("homes", homes.toArray(UUID[]::new))
                .mapTo(Boolean.class)
                .one());
    }

    /** Files of that event alone go with it to another home. */
    public void handOver(Collection<UUID> ids, UUID from, UUID to, Uid uid) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                update attachment set home_id = :to where id = any(:ids) and home_id = :from
                  and not exists (select from attachment_event e where e.attachment = id and e.uid <> :uid)""")
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("to", to)
                .bind("from", from)
                .bind("uid", uid.value())
                .execute());
    }

    /** Of that event alone: who knows an id of another one's file gets nothing by writing it into his own event. */
    public Optional<StoredFile> find(UUID id, Uid uid) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from attachment f"
                        + " join attachment_event e on e.attachment = f.id where f.id = ? and e.uid = ?")
                .bind(0, id)
                .bind(1, uid.value())
                .map((row, context) -> file(row))
                .findOne());
    }

    /** The events in these homes that name the file; ids of objects. */
    public Collection<UUID> eventsOf(UUID id, Collection<UUID> homes) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select o.obj_id from attachment_event e join calendar_object o on o.uid = e.uid"
                                + " where e.attachment = :id and o.home_id = any(:homes) and o.deleted_at is null and o.comp = 0")
                .bind("id", id)
                .bind("homes", homes.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
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

    public void forgetOldLinks(Duration age) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from attachment_link where expires < clock_timestamp() - ? * interval '1 second'")
                .bind(0, age.toSeconds())
                .execute());
    }

    /**
     * Of a lot of files those that no object of the home names that brought them in, nor one in its trash.
     *
     * @return the last id of the lot; empty when there was none
     */
    public Optional<UUID> forgetUnnamed(@Nullable UUID after, Duration age, int lot) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                with lot as materialized (select id, home_id from attachment
                  where created < clock_timestamp() - :age * interval '1 second' and (:after::uuid is null or id > :after::uuid)
                  order by id limit :lot for update skip locked),
                gone as (delete from attachment a using lot where a.id = lot.id and not exists (
                  select from attachment_event e join calendar_object o on o.home_id = lot.home_id and o.uid = e.uid
                  where e.attachment = lot.id
                    and position(lot.id::text in replace(convert_from(o.ical, 'UTF8'), E'\\r\\n ', '')) > 0))
                select id from lot order by id desc limit 1""")
                .bind("age", age.toSeconds())
                .bind("after", after == null ? null : after.toString())
                .bind("lot", lot)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Does it while nobody can begin to need the octets, and only if nobody does. */
    public void whenUnneeded(String digest, Runnable act) {
        jdbi.useTransaction(handle -> {
            boolean unneeded = handle.createQuery("select not exists (select from attachment where digest = :digest)"
                            + " from pg_advisory_xact_lock(hashtextextended(:digest, 0))")
                    .bind("digest", digest)
                    .mapTo(Boolean.class)
                    .one();
            if (unneeded) act.run();
        });
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getObject("home_id", UUID.class),
                row.getString("digest"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"));
    }
}
