package org.kalends.exchange.item.form;

import java.util.ArrayList;
import java.util.List;
import org.kalends.exchange.item.ItemExtras;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentReader;

/** An event with what only its text says. */
public final class ToldEvent {

    private static final String INSTANCE = "RECURRENCE-ID";

    private final EventSeries series;
    private final List<ItemExtras> extras;

    private ToldEvent(EventSeries series, List<ItemExtras> extras) {
        this.series = series;
        this.extras = extras;
    }

    /** @param ical that the series was read from */
    public static ToldEvent of(EventSeries series, String ical) {
        var instances = new ArrayList<ItemExtras>();
        var all = new ArrayList<ItemExtras>();
        for (var event : ContentReader.calendar(ical).blocks("VEVENT").toList()) {
            (isInstance(event) ? instances : all).add(ItemExtras.of(event));
        }
        all.addAll(instances);
        return new ToldEvent(series, all);
    }

    private static boolean isInstance(Block event) {
        return event.line(INSTANCE).isPresent();
    }

    public EventSeries series() {
        return series;
    }

    /** The same without people. */
    public ToldEvent alone() {
        return new ToldEvent(series.each(event -> event.withOrganizer(null).withAttendees(List.of())), extras);
    }

    /** Of one of the series' components. */
    ItemExtras extras(EventComponent component) {
        int place = series.components().indexOf(component);
        return place >= 0 && place < extras.size() ? extras.get(place) : ItemExtras.NONE;
    }
}
