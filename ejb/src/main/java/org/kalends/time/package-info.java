/** The kernel's notion of time: intervals, zones, the clock. */
@NullMarked
package org.kalends.time;

import org.jspecify.annotations.NullMarked;
