/** iTIP inside and outwards: who is told what of a change, and what becomes of answers. */
@NullMarked
package org.kalends.scheduling;

import org.jspecify.annotations.NullMarked;
