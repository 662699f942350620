package org.kalends.caldav.property;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kalends.caldav.resource.Subject;
import org.kalends.caldav.xml.Elements;
import org.kalends.caldav.xml.Multistatus;
import org.kalends.caldav.xml.PropertyNames;
import org.kalends.caldav.xml.XmlOut;

/** Writes one response of a multistatus: the properties that are there, then the names of those that are not. */
@Dependent
public class PropertyWriter {

    @Inject
    Properties properties;

    /**
     * How to answer.
     *
     * @param data writes the calendar data; null where none is told
     */
    public record Manner(PropertyNames wanted, Missing missing, @Nullable Consumer<XmlOut> data) {

        public Manner(PropertyNames wanted, Missing missing) {
            this(wanted, missing, null);
        }

        public Manner with(Consumer<XmlOut> calendarData) {
            return new Manner(wanted, missing, calendarData);
        }
    }

    /** Whether names of properties that are not there are told; RFC 8144, 2, lets a client do without. */
    public enum Missing {
        TOLD,
        LEFT_OUT
    }

    public void response(Multistatus answer, Subject subject, Manner manner) {
        var out = answer.out();
        out.open(Elements.RESPONSE).href(subject.resource().href());
        out.open(Elements.PROPSTAT).open(Elements.PROP);
        int missing =
                switch (manner.wanted().wish()) {
                    case NAMED -> named(out, subject, manner);
                    case ALL -> all(out, subject, manner);
                    case NAMES -> names(out, subject);
                };
        out.close(Elements.PROP);
        answer.statusLine(200);
        out.close(Elements.PROPSTAT);
        if (missing > 0 && manner.missing() == Missing.TOLD) missing(answer, subject, manner);
        out.close(Elements.RESPONSE);
    }

    private int named(XmlOut out, Subject subject, Manner manner) {
        int missing = 0;
        for (var name : manner.wanted().names()) if (!one(out, name, subject, manner)) missing++;
        return missing;
    }

    private int all(XmlOut out, Subject subject, Manner manner) {
        for (var property : properties.of(subject.resource().kind())) {
            if (property.inAllProp() && property.present(subject)) one(out, property.name(), subject, manner);
        }
        subject.dead().values().forEach(out::raw);
        return named(out, subject, manner);
    }

    private int names(XmlOut out, Subject subject) {
        for (var property : properties.of(subject.resource().kind())) {
            if (property.present(subject)) out.empty(property.name());
        }
        subject.dead().keySet().forEach(out::empty);
        return 0;
    }

    private boolean one(XmlOut out, QName name, Subject subject, Manner manner) {
        if (name.equals(Elements.CALENDAR_DATA)) {
            if (manner.data() == null) return false;
            manner.data().accept(out);
            return true;
        }
        var property = there(name, subject);
        if (property != null) {
            out.open(name);
            property.write(out, subject);
            out.close(name);
            return true;
        }
        var dead = subject.dead().get(name);
        if (dead != null) out.raw(dead);
        return dead != null;
    }

    private @Nullable Property there(QName name, Subject subject) {
        var property = properties.find(name);
        return property != null && property.on().contains(subject.resource().kind()) && property.present(subject)
                ? property
                : null;
    }

    private void missing(Multistatus answer, Subject subject, Manner manner) {
        var out = answer.out();
        out.open(Elements.PROPSTAT).open(Elements.PROP);
        for (var name : manner.wanted().names()) {
            boolean data = name.equals(Elements.CALENDAR_DATA) && manner.data() != null;
            if (!data && there(name, subject) == null && !subject.dead().containsKey(name)) out.empty(name);
        }
        out.close(Elements.PROP);
        answer.statusLine(404);
        out.close(Elements.PROPSTAT);
    }
}
