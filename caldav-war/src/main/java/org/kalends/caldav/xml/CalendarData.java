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
import org.kalends.caldav.http.Refusal;
import org.kalends.event.resource.filter.Expansion;
import org.kalends.event.resource.filter.ObjectView;
import org.kalends.event.resource.filter.Selection;
import org.kalends.event.resource.filter.Selection.Value;
import org.kalends.time.Interval;

/**
 * How much of each object a report wants to see. The whole is told without a look at it.
 *
 * @param expand range of which each instance is told by itself; null for none
 * @param limit range of which the overrides are told; null for all
 * @param selection null for all parts
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-9.6">RFC 4791, 9.6</a>
 */
public record CalendarData(
        @Nullable Interval expand, @Nullable Interval limit, @Nullable Selection selection, ZoneId floating) {

    /**
     * Empty where the report does not ask for it.
     *
     * @param floating the zone in which days and floating times are read
     * @throws Refusal 403 with supported-calendar-data
     */
    public static Optional<CalendarData> in(XmlElement report, ZoneId floating) {
        return report.child(Elements.PROP)
                .flatMap(prop -> prop.child(Elements.CALENDAR_DATA))
                .map(element -> read(element, floating));
    }

    private static CalendarData read(XmlElement element, ZoneId floating) {
        boolean known =
                element.attribute("content-type").orElse("text/calendar").equals("text/calendar")
                        && element.attribute("version").orElse("2.0").equals("2.0");
        if (!known) {
            throw Refusal.precondition(403, caldav("supported-calendar-data"), "Only text/calendar 2.0 is told");
        }
        return new CalendarData(
                element.child(caldav("expand")).map(TimeRange::read).orElse(null),
                element.child(caldav("limit-recurrence-set"))
                        .map(TimeRange::read)
                        .orElse(null),
                element.child(caldav("comp")).map(CalendarData::selection).orElse(null),
                floating);
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
        return out -> out.element(Elements.CALENDAR_DATA, text(new String(text, StandardCharsets.UTF_8)));
    }

    private String text(String stored) {
        if (expand == null && limit == null && selection == null) return stored;
        var view = ObjectView.of(stored, floating);
        var block = view.calendar();
        if (expand != null) block = new Expansion(view, expand).expanded();
        else if (limit != null) block = new Expansion(view, limit).limited();
        return (selection == null ? block : selection.of(block)).raw();
    }
}
