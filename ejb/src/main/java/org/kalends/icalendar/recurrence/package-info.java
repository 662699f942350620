/** Rules to instances, bounded; whole series moved and split. */
@NullMarked
package org.kalends.icalendar.recurrence;

import org.jspecify.annotations.NullMarked;
