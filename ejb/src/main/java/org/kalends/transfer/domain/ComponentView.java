package org.kalends.transfer.domain;

import java.util.List;
import java.util.Locale;
import org.kalends.event.domain.Masking;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentReader;

/** What a reader gets of one calendar object. */
public interface ComponentView {

    /** As it is. */
    ComponentView WHOLE = calendar -> calendar.items().stream()
            .filter(Block.class::isInstance)
            .map(Block.class::cast)
            .toList();

    /** Private objects as time that is taken. */
    static ComponentView masked(Locale language) {
        return calendar -> Masking.needed(calendar)
                ? WHOLE.of(ContentReader.calendar(Masking.text(calendar, language)))
                : WHOLE.of(calendar);
    }

    /** Its components, zones among them, as they are to be shown. */
    List<Block> of(Block calendar);
}
