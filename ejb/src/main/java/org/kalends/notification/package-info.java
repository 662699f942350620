/** Who is told of what, by which channel and when. */
@NullMarked
package org.kalends.notification;

import org.jspecify.annotations.NullMarked;
