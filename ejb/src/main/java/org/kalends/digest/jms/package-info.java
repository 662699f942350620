/** The queue of digests. */
@NullMarked
package org.kalends.digest.jms;

import org.jspecify.annotations.NullMarked;
