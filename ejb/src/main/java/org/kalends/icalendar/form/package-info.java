/** The same data in other forms: jCal (RFC 7265) and xCal (RFC 6321). */
@NullMarked
package org.kalends.icalendar.form;

import org.jspecify.annotations.NullMarked;
