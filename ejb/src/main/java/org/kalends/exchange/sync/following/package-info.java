/** Mailboxes that are due are looked at, one after the other. */
@NullMarked
package org.kalends.exchange.sync.following;

import org.jspecify.annotations.NullMarked;
