/** Mailboxes of Exchange and homes here that are kept the same, as long as people use both. */
@NullMarked
package org.kalends.exchange.sync;

import org.jspecify.annotations.NullMarked;
