/** Rows of jobs and of what was taken. */
@NullMarked
package org.kalends.exchange.migration.store;

import org.jspecify.annotations.NullMarked;
