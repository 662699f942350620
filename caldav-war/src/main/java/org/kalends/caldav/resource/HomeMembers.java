package org.kalends.caldav.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.kalends.calendar.CollectionEditing;
import org.kalends.identity.Principal;

/** What is in a home, with what clients have said of it; one statement for that of all calendars. */
@ApplicationScoped
public class HomeMembers {

    @Inject
    CollectionEditing editing;

    public List<Subject> of(Viewing viewing, Principal owner) {
        var members = viewing.members(owner);
        var calendars = members.stream()
                .filter(member -> member.kind() == Kind.CALENDAR)
                .map(Resource::calendar)
                .toList();
        var dead = dead(
                viewing,
                owner,
                calendars.stream().map(calendar -> calendar.id()).toList());
        viewing.know(calendars.stream().map(calendar -> calendar.home()).toList());
        return members.stream()
                .map(member -> member.kind() == Kind.CALENDAR
                        ? new Subject(
                                member,
                                viewing,
                                dead.getOrDefault(member.calendar().id(), Map.of()))
                        : Subject.of(member, viewing))
                .toList();
    }

    /** Properties that only clients understand, by the resource. */
    public Map<UUID, Map<QName, String>> dead(Viewing viewing, Principal owner, Collection<UUID> ids) {
        Map<UUID, Map<QName, String>> dead = new HashMap<>();
        for (var property : editing.dead(viewing.viewer(), owner.id(), List.copyOf(ids))) {
            dead.computeIfAbsent(property.resource(), id -> new LinkedHashMap<>())
                    .put(new QName(property.namespace(), property.name()), property.xml());
        }
        return dead;
    }
}
