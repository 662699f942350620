/** Principals, sessions and secrets in PostgreSQL. */
@NullMarked
package org.kalends.identity.store;

import org.jspecify.annotations.NullMarked;
