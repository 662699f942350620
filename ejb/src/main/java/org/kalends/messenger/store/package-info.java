/** Who is reached how, and what was shown to whom. */
@NullMarked
package org.kalends.messenger.store;

import org.jspecify.annotations.NullMarked;
