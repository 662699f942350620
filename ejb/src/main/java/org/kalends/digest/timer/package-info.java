/** What starts by the clock. */
@NullMarked
package org.kalends.digest.timer;

import org.jspecify.annotations.NullMarked;
