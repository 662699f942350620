/** Opens connections. */
@NullMarked
package org.kalends.exchange.listening.timer;

import org.jspecify.annotations.NullMarked;
