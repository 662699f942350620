/** Which moments a text of alarms means. */
@NullMarked
package org.kalends.reminder.domain;

import org.jspecify.annotations.NullMarked;
