/** What of an object in somebody else's calendar is its viewer's alone. */
@NullMarked
package org.kalends.event.overlay;

import org.jspecify.annotations.NullMarked;
