/** Secret addresses in PostgreSQL. */
@NullMarked
package org.kalends.feed.store;

import org.jspecify.annotations.NullMarked;
