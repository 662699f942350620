/** Reminders: when alarms go off, and what is told then if it is still true. */
@NullMarked
package org.kalends.reminder;

import org.jspecify.annotations.NullMarked;
