package org.kalends.caldav.property;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.Names;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.caldav.xml.XmlOut;
import org.kalends.calendar.CollectionChange;
import org.kalends.calendar.DeadProperty;
import org.kalends.calendar.HomeChange;
import org.kalends.identity.Principal;

/** Properties that a request sets or removes, sorted into what can be done and what cannot; all is done or nothing. */
public final class PropertyChanges {

    private final Properties known;
    private final Kind kind;
    private final Principal owner;
    private final UUID resource;
    private final Moment moment;
    private final Map<QName, @Nullable Refusal> seen = new LinkedHashMap<>();
    private final List<DeadProperty> dead = new ArrayList<>();
    private CollectionChange change = CollectionChange.NONE;
    private HomeChange homeChange = HomeChange.NONE;
    private boolean refused;

    /** When in the life of a calendar. */
    public enum Moment {
        CREATION,
        LATER
    }

    public PropertyChanges(Properties known, Kind kind, Principal owner, UUID resource, Moment moment) {
        this.known = known;
        this.kind = kind;
        this.owner = owner;
        this.resource = resource;
        this.moment = moment;
    }

    /** The instructions of a body, in their order (RFC 4918, 14.19). */
    public PropertyChanges take(XmlElement body) {
        body.children().forEach(instruction -> {
            boolean set = instruction.is(Names.dav("set"));
            if (!set && !instruction.is(Names.dav("remove"))) return;
            instruction.child(Elements.PROP).ifPresent(prop -> prop.children()
                    .filter(property -> !property.is(Names.dav("resourcetype")) || moment == Moment.LATER)
                    .forEach(property -> take(property.name(), set ? property : null)));
        });
        return this;
    }

    private void take(QName name, @Nullable XmlElement value) {
        try {
            apply(name, value);
            seen.put(name, null);
        } catch (Refusal refusal) {
            seen.put(name, refusal);
            refused = true;
        }
    }

    private void apply(QName name, @Nullable XmlElement value) {
        var property = known.find(name);
        boolean live = property != null && property.on().contains(kind);
        boolean calendar = kind == Kind.CALENDAR;
        if (property instanceof Settable settable
                && calendar
                && (moment == Moment.CREATION || !settable.onlyAtCreation())) {
            change = settable.set(change, value);
        } else if (live && property instanceof HomeSettable settable) {
            homeChange = settable.set(homeChange, owner, value);
        } else if (live || name.getNamespaceURI().equals(Names.DAV)) {
            throw Refusal.precondition(
                    403, Names.dav("cannot-modify-protected-property"), name.getLocalPart() + " is the server's");
        } else {
            dead.add(new DeadProperty(
                    resource, name.getNamespaceURI(), name.getLocalPart(), value == null ? "" : xml(value)));
        }
    }

    private static String xml(XmlElement value) {
        var text = new ByteArrayOutputStream();
        new XmlOut(text).copy(value).flush();
        return text.toString(StandardCharsets.UTF_8);
    }

    public boolean refused() {
        return refused;
    }

    public CollectionChange change() {
        return change;
    }

    public HomeChange homeChange() {
        return homeChange;
    }

    public List<DeadProperty> dead() {
        return dead;
    }

    /** A propstat for each: done, refused with its precondition, or not done because of another. */
    public void write(Multistatus answer) {
        var out = answer.out();
        seen.forEach((name, refusal) -> {
            out.open(Elements.PROPSTAT).open(Elements.PROP).empty(name).close(Elements.PROP);
            answer.statusLine(refusal != null ? refusal.status() : refused ? 424 : 200);
            if (refusal != null && refusal.precondition() != null) {
                out.open(Elements.ERROR).empty(refusal.precondition()).close(Elements.ERROR);
                out.element(Elements.RESPONSE_DESCRIPTION, refusal.detail());
            }
            out.close(Elements.PROPSTAT);
        });
    }
}
