package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Hrefs;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.caldav.resource.ResourceFinder;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CalendarCollection;
import org.kalends.calendar.CalendarCollections;
import org.kalends.calendar.HomeChange;
import org.kalends.identity.Principal;

/** Where invitations are put (RFC 6638, 9.2). */
@Dependent
public class ScheduleDefaultCalendarUrl extends LiveProperty implements HomeSettable {

    @Inject
    CalendarCollections calendars;

    @Inject
    ResourceFinder resources;

    public ScheduleDefaultCalendarUrl() {
        super(Names.caldav("schedule-default-calendar-URL"), EnumSet.of(Kind.INBOX));
    }

    @Override
    public void write(XmlOut out, Subject subject) {
        calendars.of(subject.viewer(), subject.owner().id()).stream()
                .filter(CalendarCollection::isDefault)
                .forEach(calendar -> out.href(Hrefs.calendar(subject.owner(), calendar.uri())));
    }

    /** There is always one, so it cannot be removed (RFC 6638, 9.2). */
    @Override
    public HomeChange set(HomeChange change, Principal owner, @Nullable XmlElement value) {
        return Optional.ofNullable(value)
                .flatMap(element -> element.child(Names.dav("href")))
                .flatMap(href -> own(owner, href.text().strip()))
                .map(calendar -> change.receivingIn(calendar.id()))
                .orElseThrow(() -> Refusal.precondition(
                        403,
                        Names.caldav("valid-schedule-default-calendar-URL"),
                        "It must be a calendar of one's own that takes events"));
    }

    private Optional<CalendarCollection> own(Principal owner, String href) {
        return Hrefs.path(href)
                .filter(path -> path.length() == 3)
                .flatMap(path -> resources.find(owner, path))
                .filter(found -> found.kind() == Kind.CALENDAR)
                .map(Resource::calendar)
                .filter(calendar -> !calendar.shared()
                        && !calendar.fed()
                        && calendar.components().contains("VEVENT"));
    }
}
