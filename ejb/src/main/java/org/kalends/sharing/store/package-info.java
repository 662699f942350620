/** Grants in PostgreSQL. */
@NullMarked
package org.kalends.sharing.store;

import org.jspecify.annotations.NullMarked;
