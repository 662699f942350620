/** The table {@code subscription}. */
@NullMarked
package org.kalends.subscription.store;

import org.jspecify.annotations.NullMarked;
