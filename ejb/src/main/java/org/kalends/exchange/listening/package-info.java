/** Connections by which Exchange tells of changes where it cannot call. */
@NullMarked
package org.kalends.exchange.listening;

import org.jspecify.annotations.NullMarked;
