package org.kalends.caldav.resource;

import java.util.Map;
import javax.xml.namespace.QName;
import org.kalends.identity.Principal;

/**
 * A resource of which properties are told.
 *
 * @param dead XML of the properties that only clients understand
 */
public record Subject(Resource resource, Viewing viewing, Map<QName, String> dead) {

    public static Subject of(Resource resource, Viewing viewing) {
        return new Subject(resource, viewing, Map.of());
    }

    public Principal viewer() {
        return viewing.viewer();
    }

    public Principal owner() {
        return resource.owner();
    }

    /** Whether who looks is whose home or principal it is. */
    public boolean own() {
        return owner().id().equals(viewer().id());
    }

    /** Whose it is, wherever it is bound. */
    public Principal possessor() {
        var kind = resource.kind();
        return kind == Kind.CALENDAR || kind == Kind.OBJECT
                ? viewing.principal(resource.calendar().home())
                : resource.owner();
    }
}
