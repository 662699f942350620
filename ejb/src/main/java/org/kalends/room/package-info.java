/** Rooms: free or taken, booked with the event that needs them. */
@NullMarked
package org.kalends.room;

import org.jspecify.annotations.NullMarked;
