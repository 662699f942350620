/** The queues of reminders. */
@NullMarked
package org.kalends.reminder.jms;

import org.jspecify.annotations.NullMarked;
