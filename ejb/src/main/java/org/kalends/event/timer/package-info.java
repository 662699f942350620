/** What the event store does by itself. */
@NullMarked
package org.kalends.event.timer;

import org.jspecify.annotations.NullMarked;
