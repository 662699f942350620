/** Calendar objects from text to records and back; what the records do not know stays in the text. */
@NullMarked
package org.kalends.icalendar.codec;

import org.jspecify.annotations.NullMarked;
