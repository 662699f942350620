/** Calendars over REST. */
@NullMarked
package org.kalends.web.calendar;

import org.jspecify.annotations.NullMarked;
