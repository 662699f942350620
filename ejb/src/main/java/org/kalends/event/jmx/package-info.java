/** The event store in consoles. */
@NullMarked
package org.kalends.event.jmx;

import org.jspecify.annotations.NullMarked;
