/** Who is free when, and when all are. */
@NullMarked
package org.kalends.freebusy;

import org.jspecify.annotations.NullMarked;
