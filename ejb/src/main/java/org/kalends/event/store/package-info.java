/** Event objects, their instances and leases in PostgreSQL. */
@NullMarked
package org.kalends.event.store;

import org.jspecify.annotations.NullMarked;
