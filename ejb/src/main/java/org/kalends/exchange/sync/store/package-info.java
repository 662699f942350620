/** Rows of what is kept the same. */
@NullMarked
package org.kalends.exchange.sync.store;

import org.jspecify.annotations.NullMarked;
