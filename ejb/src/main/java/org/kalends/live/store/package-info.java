/** What was written to the change log lately. */
@NullMarked
package org.kalends.live.store;

import org.jspecify.annotations.NullMarked;
