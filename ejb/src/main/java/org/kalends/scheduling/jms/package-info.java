/** The listener of the delivery queue. */
@NullMarked
package org.kalends.scheduling.jms;

import org.jspecify.annotations.NullMarked;
