/** A service that knows which addresses exist. */
@NullMarked
package org.kalends.addresses;

import org.jspecify.annotations.NullMarked;
