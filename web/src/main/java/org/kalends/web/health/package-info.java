/** Probes. */
@NullMarked
package org.kalends.web.health;

import org.jspecify.annotations.NullMarked;
