package org.kalends.event.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.resource.CalendarObject;
import org.kalends.event.resource.Component;
import org.kalends.event.resource.Member;
import org.kalends.event.resource.WithText;
import org.kalends.event.store.OverlayStore.Own;
import org.kalends.identity.Caller;

/**
 * Whose look at a calendar it is. Its owner's rows are as they are stored; to others what they have for themselves is
 * joined, and laid over as the row is read.
 *
 * @param viewer null for the owner
 */
public record View(UUID home, UUID calendar, @Nullable UUID viewer) {

    private static final String MEMBER = "o.name, o.comp, o.etag, o.change_seq";
    private static final String HEAD =
            MEMBER + ", o.cal_id, o.obj_id, o.sched_tag, octet_length(o.ical) as size, o.created, o.modified";

    /** Of one's own calendar nobody asks who looks. */
    public static View of(CalendarCollection calendar, Caller caller) {
        return new View(
                calendar.home(),
                calendar.id(),
                calendar.shared() ? caller.principal().id() : null);
    }

    String member() {
        return viewer == null ? MEMBER : MEMBER + ", u.seq as overlay_seq";
    }

    String head() {
        return viewer == null ? HEAD : HEAD + ", u.overlay, u.seq as overlay_seq";
    }

    String withText() {
        return head() + ", o.ical";
    }

    /** What is said of the object {@code o}. */
    String joined() {
        return viewer == null
                ? ""
                : " left join object_user u on u.home_id = o.home_id and u.obj_id = o.obj_id and u.user_id = :viewer";
    }

    Query bind(Query query) {
        query.bind("home", home).bind("calendar", calendar);
        return viewer == null ? query : query.bind("viewer", viewer);
    }

    private Own own(ResultSet row) throws SQLException {
        return viewer == null ? Own.NOTHING : Own.of(row);
    }

    WithText withText(ResultSet row) throws SQLException {
        return new WithText(head(row), text(row));
    }

    byte[] text(ResultSet row) throws SQLException {
        byte[] stored = row.getBytes("ical");
        if (viewer == null) return stored;
        var shared = new String(stored, StandardCharsets.UTF_8);
        return own(row).overlay().over(shared).getBytes(StandardCharsets.UTF_8);
    }

    Member member(ResultSet row) throws SQLException {
        return new Member.Listed(row.getString("name"), Component.of(row.getInt("comp")), tag(row));
    }

    private String tag(ResultSet row) throws SQLException {
        var tag = EventRow.entityTag(row.getLong("change_seq"), row.getBytes("etag"));
        return viewer == null ? tag : Own.entityTag(tag, row.getLong("overlay_seq"));
    }

    CalendarObject head(ResultSet row) throws SQLException {
        return new CalendarObject(
                row.getObject("cal_id", UUID.class),
                row.getObject("obj_id", UUID.class),
                row.getString("name"),
                Component.of(row.getInt("comp")),
                tag(row),
                row.getString("sched_tag"),
                row.getInt("size"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("modified", OffsetDateTime.class).toInstant());
    }
}
