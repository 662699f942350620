/** What changed here goes there. */
@NullMarked
package org.kalends.exchange.sync.outbound;

import org.jspecify.annotations.NullMarked;
