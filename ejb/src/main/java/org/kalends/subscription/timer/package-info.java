/** Feeds looked at when their time has come. */
@NullMarked
package org.kalends.subscription.timer;

import org.jspecify.annotations.NullMarked;
