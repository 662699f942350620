/** Bookings in PostgreSQL, where double booking is impossible. */
@NullMarked
package org.kalends.room.store;

import org.jspecify.annotations.NullMarked;
