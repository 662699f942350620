/** What leaves the transaction later: rows written with the change, published to their queues after the commit. */
@NullMarked
package org.kalends.outbox;

import org.jspecify.annotations.NullMarked;
