/** Calendar items of Exchange as events: typed properties, never the text that Exchange makes of them. */
@NullMarked
package org.kalends.exchange.item;

import org.jspecify.annotations.NullMarked;
