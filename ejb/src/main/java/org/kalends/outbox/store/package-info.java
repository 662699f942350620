/** The tables of the outbox and of the consumers' memory. */
@NullMarked
package org.kalends.outbox.store;

import org.jspecify.annotations.NullMarked;
