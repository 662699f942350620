/** Moves of whole mailboxes from Exchange, a page after the other, each a transaction. */
@NullMarked
package org.kalends.exchange.migration;

import org.jspecify.annotations.NullMarked;
