package org.kalends.subscription;

import java.util.Locale;

/** Why a feed could not be read. It is tried again, at first soon and then ever more rarely. */
public enum FeedProblem {
    /** No answer, or one that broke off or took too long. */
    UNREACHABLE,
    /** The address leads into the company's own network. */
    INSIDE,
    /** The server there answered that it does not give it. */
    REFUSED,
    /** What came is no iCalendar text. */
    NO_CALENDAR,
    TOO_LARGE;

    /** As the API has it. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
