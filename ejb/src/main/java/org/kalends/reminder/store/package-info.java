/** The tables of changed and of due alarms. */
@NullMarked
package org.kalends.reminder.store;

import org.jspecify.annotations.NullMarked;
