/** Calendar collections in PostgreSQL. */
@NullMarked
package org.kalends.calendar.store;

import org.jspecify.annotations.NullMarked;
