/** What changed there comes here. */
@NullMarked
package org.kalends.exchange.sync.inbound;

import org.jspecify.annotations.NullMarked;
