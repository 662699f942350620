/** What the outbox does by itself, each second and each hour. */
@NullMarked
package org.kalends.outbox.timer;

import org.jspecify.annotations.NullMarked;
