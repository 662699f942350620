/** The pace of all nodes, in the database. */
@NullMarked
package org.kalends.exchange.pace.store;

import org.jspecify.annotations.NullMarked;
