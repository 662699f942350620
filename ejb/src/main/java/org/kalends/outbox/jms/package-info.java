/** The way from the outbox to the broker and from the broker to the consumers. */
@NullMarked
package org.kalends.outbox.jms;

import org.jspecify.annotations.NullMarked;
