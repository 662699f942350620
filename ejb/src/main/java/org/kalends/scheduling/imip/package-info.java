/** Scheduling by mail, inwards (RFC 6047). */
@NullMarked
package org.kalends.scheduling.imip;

import org.jspecify.annotations.NullMarked;
