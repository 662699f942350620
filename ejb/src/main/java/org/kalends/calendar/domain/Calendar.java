package org.kalends.calendar.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar collection of one home. Its change sequence is counted by the event store, under the row's lock; here it
 * is only read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-4.2">RFC 4791, 4.2</a>
 */
@Entity
@Table(name = "calendar")
@IdClass(CalendarKey.class)
public class Calendar {

    @Id
    @Column(name = "home_id")
    private UUID home;

    @Id
    @Column(name = "cal_id")
    private UUID id;

    @Column(nullable = false)
    private String uri;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String color;

    @Column(name = "ord")
    private int position;

    @Column(nullable = false)
    private String zone;

    private boolean transparent;

    @Column(name = "is_default")
    private boolean isDefault;

    @Column(name = "default_alarms", nullable = false)
    private String defaultAlarms = "[]";

    @Column(name = "change_seq", insertable = false, updatable = false)
    private long changeSequence;

    @Version
    private long version;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Calendar() {}

    private Calendar(UUID home, UUID id, String name, String color, ZoneId zone) {
        this.home = home;
        this.id = id;
        this.uri = id.toString();
        this.name = name;
        this.color = color;
        this.zone = zone.getId();
    }

    public static Calendar named(UUID home, UUID id, String name, String color, ZoneId zone) {
        return new Calendar(home, id, name, color, zone);
    }

    /** Makes it the one that invitations go to; a home has exactly one. */
    public Calendar asDefault() {
        isDefault = true;
        uri = "default";
        return this;
    }

    public void rename(String changed) {
        name = changed;
    }

    public void paint(String changed) {
        color = changed;
    }

    public void settleIn(ZoneId changed) {
        zone = changed.getId();
    }

    /** @param changed default reminders, as JSON */
    public void remindBy(String changed) {
        defaultAlarms = changed;
    }

    public void remove(Instant now) {
        deletedAt = now;
    }

    public UUID home() {
        return home;
    }

    public UUID id() {
        return id;
    }

    public String uri() {
        return uri;
    }

    public String name() {
        return name;
    }

    public String color() {
        return color;
    }

    public int position() {
        return position;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public String defaultAlarms() {
        return defaultAlarms;
    }

    public boolean isDefault() {
        return isDefault;
    }

    public boolean transparent() {
        return transparent;
    }

    public long changeSequence() {
        return changeSequence;
    }
}
