package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.kalends.event.domain.Masking;
import org.kalends.event.resource.CalendarObject;
import org.kalends.event.resource.Component;
import org.kalends.event.resource.ObjectText;
import org.kalends.event.store.EventStore.Place;
import org.kalends.icalendar.text.ContentReader;

/** Objects that are no events: their text and their name, nothing expanded, nobody told. */
@ApplicationScoped
public class OtherObjects {

    private static final String UPSERT = Counted.COUNTED
            + ", noted as (" + Counted.STORED + ") "
            + """
            insert into calendar_object as o (home_id, obj_id, cal_id, name, uid, comp, ical, etag, sched_role, sequence,
              span, summary, search, brief, classified, change_seq, created, modified)
            select :home, :object, :calendar, :name, :uid, :comp, :ical, :etag, 0, 0,
              case when :start::timestamptz is null then 'empty'::tstzrange
                else tstzrange(:start::timestamptz, :end::timestamptz) end, '', '', '[]', :classified, counted.change_seq, :now::timestamptz, :now::timestamptz from counted
            on conflict (home_id, obj_id) do update set cal_id = excluded.cal_id, name = excluded.name,
              ical = excluded.ical, etag = excluded.etag, span = excluded.span, classified = excluded.classified, change_seq = excluded.change_seq,
              modified = excluded.modified, deleted_at = null
            returning o.cal_id, o.obj_id, o.name, o.comp, o.etag, o.change_seq, o.sched_tag,
              octet_length(o.ical) as size, o.created, o.modified""";

    private static final String DELETE = Counted.COUNTED
            + ", deleted as (delete from calendar_object where home_id = :home and obj_id = :object) "
            + Counted.GONE;

    @Inject
    Jdbi jdbi;

    public CalendarObject save(Place place, ObjectText text, Instant now) {
        byte[] octets = text.text().getBytes(StandardCharsets.UTF_8);
        var period = text.period();
        return jdbi.withHandle(handle -> handle.createQuery(UPSERT)
                .bindMethods(place)
                .bind("uid", text.uid().value())
                .bind("comp", text.component().code())
                .bind("ical", octets)
                .bind("etag", EventRow.digest(octets))
                .bind("start", period == null ? null : period.start().toString())
                .bind("end", period == null ? null : period.end().toString())
                .bind("classified", classified(text))
                .bind("now", now)
                .map((row, context) -> new View(place.home(), place.calendar(), null).head(row))
                .one());
    }

    /** Of messages nobody asks: what lies in an inbox its owner alone sees, and to read them would cost most of it. */
    private static boolean classified(ObjectText text) {
        return text.component() != Component.MESSAGE && Masking.needed(ContentReader.calendar(text.text()));
    }

    /** For good, without a stay in the trash. */
    public void delete(Place place) {
        jdbi.useHandle(handle -> handle.createUpdate(DELETE).bindMethods(place).execute());
    }

    /** Those of a collection that were stored before that moment, the oldest first. */
    public List<Place> before(UUID home, UUID calendar, Instant moment, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select obj_id, name from calendar_object"
                        + " where home_id = ? and cal_id = ? and modified < ? and deleted_at is null"
                        + " order by modified limit ?")
                .bind(0, home)
                .bind(1, calendar)
                .bind(2, moment)
                .bind(3, limit)
                .map((row, context) ->
                        new Place(home, calendar, row.getObject("obj_id", UUID.class), row.getString("name")))
                .list());
    }

    /** Whatever the calendar holds or held, events too; their notices have been given. */
    public void deleteAll(UUID home, UUID calendar) {
        jdbi.useHandle(handle ->
                handle.execute("delete from calendar_object where home_id = ? and cal_id = ?", home, calendar));
    }

    /** All of a calendar that goes away as a whole. */
    public void trashAll(UUID home, UUID calendar, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update calendar_object set deleted_at = ?"
                        + " where home_id = ? and cal_id = ? and comp <> 0 and deleted_at is null")
                .bind(0, now)
                .bind(1, home)
                .bind(2, calendar)
                .execute());
    }
}
