/** What notification does by itself. */
@NullMarked
package org.kalends.notification.timer;

import org.jspecify.annotations.NullMarked;
