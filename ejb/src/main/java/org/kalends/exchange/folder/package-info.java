/** Calendars of a mailbox, page by page: what is in them, and what of it is here. */
@NullMarked
package org.kalends.exchange.folder;

import org.jspecify.annotations.NullMarked;
