/** Mailboxes that are kept the same, in a console of the machine. */
@NullMarked
package org.kalends.exchange.sync.jmx;

import org.jspecify.annotations.NullMarked;
