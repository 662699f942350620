package org.kalends.caldav.xml;

import static org.kalends.caldav.xml.Names.caldav;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.CalendarForm;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.http.ZonesWanted;
import org.kalends.event.resource.filter.Expansion;
import org.kalends.event.resource.filter.FreeBusyLimit;
import org.kalends.event.resource.filter.ObjectView;
import org.kalends.event.resource.filter.Selection;
import org.kalends.event.resource.filter.Selection.Value;
import org.kalends.icalendar.InvalidCalendarData;
import org.kalends.icalendar.codec.ReferencedZones;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.time.Interval;

/**
 * How much of each object a report wants to see. The whole is told without a look at it.
 *
 * @param expand range of which each instance is told by itself; null for none
 * @param limit range of which the overrides are told; null for all
 * @param busy range of which the periods of free/busy are told; null for all
 * @param selection null for all parts
 * @param form in which each is told
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.6">RFC 4791, 9.6</a>
 */
public record CalendarData(
        @Nullable Interval expand,
        @Nullable Interval limit,
        @Nullable Interval busy,
        @Nullable Selection selection,
        Zones zones,
        CalendarForm form) {

    /**
     * @param floating the zone in which days and floating times are read
     * @param wanted whether those that everybody knows are defined
     */
    public record Zones(ZoneId floating, ZonesWanted wanted) {}

    /**
     * Empty where the report does not ask for it.
     *
     * @param floating the zone in which days and floating times are read
     * @param wanted whether zones that everybody knows are defined
     * @throws Refusal 403 with supported-calendar-data
     */
    public static Optional<CalendarData> in(XmlElement report, ZoneId floating, ZonesWanted wanted) {
        return report.child(Elements.PROP)
                .flatMap(prop -> prop.child(Elements.CALENDAR_DATA))
                .map(element -> read(element, new Zones(floating, wanted)));
    }

    private static CalendarData read(XmlElement element, Zones zones) {
        var form = CalendarForm.named(element.attribute("content-type").orElse(CalendarForm.ICALENDAR.type()));
        boolean known = element.attribute("version").orElse("2.0").equals("2.0");
        if (!known || form.isEmpty()) {
            throw Refusal.precondition(
                    403, caldav("supported-calendar-data"), "Only iCalendar 2.0, jCal and xCal are told");
        }
        return new CalendarData(
                element.child(caldav("expand")).map(TimeRange::read).orElse(null),
                element.child(caldav("limit-recurrence-set"))
                        .map(TimeRange::read)
                        .orElse(null),
                element.child(caldav("limit-freebusy-set")).map(TimeRange::read).orElse(null),
                element.child(caldav("comp")).map(CalendarData::selection).orElse(null),
                zones,
                form.get());
    }

    private static Selection selection(XmlElement comp) {
        var name = comp.attribute("name").orElse("").toUpperCase(Locale.ROOT);
        boolean allProperties = comp.child(caldav("allprop")).isPresent();
        boolean allComponents = comp.child(caldav("allcomp")).isPresent();
        Map<String, Value> properties = new HashMap<>();
        comp.children(caldav("prop"))
                .forEach(prop -> properties.put(
                        prop.attribute("name").orElse("").toUpperCase(Locale.ROOT),
                        prop.attribute("novalue").orElse("no").equals("yes") ? Value.LEFT_OUT : Value.TOLD));
        return new Selection(
                name,
                allProperties ? null : properties,
                allComponents
                        ? null
                        : comp.children(caldav("comp"))
                                .map(CalendarData::selection)
                                .toList());
    }

    /** Writes the element. */
    public Consumer<XmlOut> of(byte[] text) {
        return out -> out.open(Elements.CALENDAR_DATA).text(told(text)).close(Elements.CALENDAR_DATA);
    }

    private byte[] told(byte[] stored) {
        if (whole() && zones.wanted() == ZonesWanted.AS_STORED && form == CalendarForm.ICALENDAR) return stored;
        return form.of(text(new String(stored, StandardCharsets.UTF_8))).getBytes(StandardCharsets.UTF_8);
    }

    private boolean whole() {
        return expand == null && limit == null && busy == null && selection == null;
    }

    private String text(String stored) {
        if (whole()) return told(stored, zones.wanted());
        var view = ObjectView.of(stored, zones.floating());
        var block = view.calendar();
        if (expand != null) block = new Expansion(view, expand).expanded();
        else if (limit != null) block = new Expansion(view, limit).limited();
        if (busy != null) block = new FreeBusyLimit(busy).of(block);
        return told(selection == null ? block : selection.of(block), zones.wanted())
                .raw();
    }

    /** A stored text with the zones that the client wants to be told; what cannot be read stays as it is. */
    public static String told(String stored, ZonesWanted wanted) {
        if (wanted == ZonesWanted.AS_STORED || !stored.contains("TZID")) return stored;
        try {
            return told(ContentReader.calendar(stored), wanted).raw();
        } catch (InvalidCalendarData unreadable) {
            return stored;
        }
    }

    private static Block told(Block calendar, ZonesWanted wanted) {
        return switch (wanted) {
            case AS_STORED -> calendar;
            case DEFINED -> ReferencedZones.defined(calendar);
            case BY_NAME -> ReferencedZones.named(calendar);
        };
    }
}
