package org.kalends.caldav.property;

import org.jspecify.annotations.Nullable;
import org.kalends.caldav.http.Refusal;
import org.kalends.caldav.xml.XmlElement;
import org.kalends.calendar.HomeChange;
import org.kalends.identity.Principal;

/** A live property of a home or its inbox that the owner may change. */
public interface HomeSettable extends Property {

    /**
     * The change with what the property shall be.
     *
     * @param value null to remove it
     * @throws Refusal when it cannot be that
     */
    HomeChange set(HomeChange change, Principal owner, @Nullable XmlElement value);
}
