/** What reminds by itself, each second. */
@NullMarked
package org.kalends.reminder.timer;

import org.jspecify.annotations.NullMarked;
