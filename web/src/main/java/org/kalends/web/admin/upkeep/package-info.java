/** Upkeep of the event store, for administrators. */
@NullMarked
package org.kalends.web.admin.upkeep;

import org.jspecify.annotations.NullMarked;
