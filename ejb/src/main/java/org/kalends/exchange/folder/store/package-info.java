/** Rows of what was taken. */
@NullMarked
package org.kalends.exchange.folder.store;

import org.jspecify.annotations.NullMarked;
