/** Calendars that follow an address outside: what comes from there is read, and nobody writes into it. */
@NullMarked
package org.kalends.subscription;

import org.jspecify.annotations.NullMarked;
