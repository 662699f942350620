/** Waits for what people do in the messenger. */
@NullMarked
package org.kalends.messenger.timer;

import org.jspecify.annotations.NullMarked;
