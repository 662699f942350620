/** What is done with rooms each night. */
@NullMarked
package org.kalends.room.timer;

import org.jspecify.annotations.NullMarked;
