/** RFC 5545 objects as immutable records, their codec and their recurrence; the only package that knows ical4j. */
@NullMarked
package org.kalends.icalendar;

import org.jspecify.annotations.NullMarked;
