/** Scheduling messages and answer links in PostgreSQL. */
@NullMarked
package org.kalends.scheduling.store;

import org.jspecify.annotations.NullMarked;
