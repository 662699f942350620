/** Rooms over REST. */
@NullMarked
package org.kalends.web.room;

import org.jspecify.annotations.NullMarked;
