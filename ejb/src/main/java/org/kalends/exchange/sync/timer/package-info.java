/** Looks at mailboxes that are due. */
@NullMarked
package org.kalends.exchange.sync.timer;

import org.jspecify.annotations.NullMarked;
