/** Busy times, read from instances alone. */
@NullMarked
package org.kalends.freebusy.store;

import org.jspecify.annotations.NullMarked;
