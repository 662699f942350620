package org.kalends.caldav.property;

import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.calendar.CollectionChange;

/** A live property that clients may change. */
public interface Settable extends Property {

    /**
     * The change with what the property shall be.
     *
     * @param value null to remove it
     * @throws Refusal when it cannot be that
     */
    CollectionChange set(CollectionChange change, @Nullable XmlElement value);

    /** Whether it is said when a calendar is made, and never again. */
    default boolean onlyAtCreation() {
        return false;
    }
}
