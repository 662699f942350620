/** How much is asked of Exchange at once. */
@NullMarked
package org.kalends.exchange.pace;

import org.jspecify.annotations.NullMarked;
