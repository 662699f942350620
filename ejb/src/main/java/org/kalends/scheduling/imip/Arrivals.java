package org.kalends.scheduling.imip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kalends.attachment.AttachmentKeeping;
import org.kalends.attachment.AttachmentKeeping.Offered;
import org.kalends.icalendar.EventComponent;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.Method;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.scheduling.Scheduling;

/** Lets messages from outside into the homes that they are for; what was attached to the mail is kept with the event. */
@ApplicationScoped
class Arrivals {

    @Inject
    Directory directory;

    @Inject
    AttachmentKeeping attachments;

    @Inject
    Scheduling scheduling;

    @Inject
    Clock clock;

    /** What a mail says. */
    record Message(Method method, EventSeries series, List<Offered> files) {}

    void arrive(Message message, Set<CalendarAddress> homes) {
        for (var owner : directory.byAddress(homes).values()) {
            scheduling.arrive(message.method(), withFiles(owner, message), Set.of(owner.address()), clock.instant());
        }
    }

    /** Only who invites brings files along. */
    private EventSeries withFiles(Principal owner, Message message) {
        var series = message.series();
        if (message.method() != Method.REQUEST && message.method() != Method.ADD) return series;
        var kept = message.files().stream()
                .map(file -> attachments.keep(owner.id(), series.uid(), file))
                .flatMap(Optional::stream)
                .toList();
        if (kept.isEmpty()) return series;
        return series.each(o -> withFiles(o, kept));
    }

    private static EventComponent withFiles(EventComponent component, List<FileLink> kept) {
        var all = new ArrayList<>(component.details().files());
        all.addAll(kept);
        return component.withDetails(component.details().withFiles(all));
    }
}
