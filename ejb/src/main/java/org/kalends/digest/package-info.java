/** The day told in the morning, to who asked for it. */
@NullMarked
package org.kalends.digest;

import org.jspecify.annotations.NullMarked;
