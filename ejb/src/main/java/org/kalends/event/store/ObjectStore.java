package org.kalends.event.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.kalends.event.resource.CalendarObject;
import org.kalends.event.resource.Member;
import org.kalends.event.resource.WithText;
import org.kalends.icalendar.Uid;

/** Objects by their names, as clients list and fetch them; each call is one statement, and none parses a text. */
@ApplicationScoped
public class ObjectStore {

    private static final int PAGE = 500;

    /** Rows without texts are small. */
    private static final int MEMBERS_PAGE = 2_000;

    @Inject
    Jdbi jdbi;

    /** The calendar's row, locked until the transaction ends; false when it is gone. */
    public boolean lockCalendar(UUID home, UUID calendar) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from calendar where home_id = ? and cal_id = ?"
                        + " and deleted_at is null for update")
                .bind(0, home)
                .bind(1, calendar)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** An object as the checks of a PUT see it. */
    public record Rival(EventRow row, int comp, int schedRole, String calendarUri) {}

    /** Whatever stands at that name, and whatever else in the home has that UID. */
    public List<Rival> rivals(EventStore.Place place, Uid uid) {
        var rows = ConstructorMapper.of(EventRow.class);
        return jdbi.withHandle(handle -> handle.createQuery("select o.home_id, o.obj_id, o.cal_id, o.name, o.uid,"
                        + " o.ical, o.etag, o.sched_tag, o.change_seq, o.created, o.modified, o.deleted_at, o.known_seq, o.comp,"
                        + " o.sched_role, c.uri from calendar_object o join calendar c using (home_id, cal_id)"
                        + " where o.home_id = :home and o.deleted_at is null"
                        + " and (o.cal_id = :calendar and o.name = :name or o.uid = :uid)")
                .bindMethods(place)
                .bind("uid", uid.value())
                .map((row, context) -> new Rival(
                        rows.specialize(row, context).map(row, context),
                        row.getInt("comp"),
                        row.getInt("sched_role"),
                        row.getString("uri")))
                .list());
    }

    public List<Uid> uids(UUID home, UUID calendar) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select uid from calendar_object where home_id = ? and cal_id = ? and deleted_at is null")
                .bind(0, home)
                .bind(1, calendar)
                .mapTo(String.class)
                .map(Uid::new)
                .list());
    }

    public Optional<CalendarObject> head(View view, String name) {
        return jdbi.withHandle(
                handle -> view.bind(handle.createQuery("select " + view.head() + live(view) + " and o.name = :name"))
                        .bind("name", name)
                        .map((row, context) -> view.head(row))
                        .findOne());
    }

    public Optional<WithText> find(View view, String name) {
        return jdbi.withHandle(handle -> view.bind(
                        handle.createQuery("select " + view.withText() + live(view) + " and o.name = :name"))
                .bind("name", name)
                .map((row, context) -> view.withText(row))
                .findOne());
    }

    /** All of a calendar, as far as a list tells of them. */
    public void members(View view, Consumer<Member> sink) {
        jdbi.useHandle(handle -> view.bind(handle.createQuery("select " + view.member() + live(view)))
                .setFetchSize(MEMBERS_PAGE)
                .map((row, context) -> view.member(row))
                .forEach(sink));
    }

    /** All of a calendar. */
    public void list(View view, Consumer<CalendarObject> sink) {
        jdbi.useHandle(handle -> view.bind(handle.createQuery("select " + view.head() + live(view)))
                .setFetchSize(PAGE)
                .map((row, context) -> view.head(row))
                .forEach(sink));
    }

    /** All of a calendar, with their texts. */
    public void listTexts(View view, Consumer<WithText> sink) {
        jdbi.useHandle(handle -> view.bind(handle.createQuery("select " + view.withText() + live(view)))
                .setFetchSize(PAGE)
                .map((row, context) -> view.withText(row))
                .forEach(sink));
    }

    /** Those of these names that are there, in no order. */
    public void named(View view, Collection<String> names, Consumer<WithText> sink) {
        jdbi.useHandle(handle -> view.bind(
                        handle.createQuery("select " + view.withText() + live(view) + " and o.name = any(:names)"))
                .bind("names", names.toArray(String[]::new))
                .setFetchSize(PAGE)
                .map((row, context) -> view.withText(row))
                .forEach(sink));
    }

    private static String live(View view) {
        return " from calendar_object o" + view.joined()
                + " where o.home_id = :home and o.cal_id = :calendar and o.deleted_at is null";
    }
}
