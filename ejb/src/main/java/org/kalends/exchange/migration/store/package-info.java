/** Rows of jobs. */
@NullMarked
package org.kalends.exchange.migration.store;

import org.jspecify.annotations.NullMarked;
