/** Rows of which mailbox is told of by which connection. */
@NullMarked
package org.kalends.exchange.listening.store;

import org.jspecify.annotations.NullMarked;
