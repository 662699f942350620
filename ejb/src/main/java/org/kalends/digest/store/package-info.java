/** Where it is kept who is told when. */
@NullMarked
package org.kalends.digest.store;

import org.jspecify.annotations.NullMarked;
