/** RFC 5545 objects as immutable records. */
@NullMarked
package org.kalends.icalendar;

import org.jspecify.annotations.NullMarked;
