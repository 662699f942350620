/** The topic of changes. */
@NullMarked
package org.kalends.live.jms;

import org.jspecify.annotations.NullMarked;
