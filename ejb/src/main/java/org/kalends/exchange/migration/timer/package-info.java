/** Works on jobs that are due. */
@NullMarked
package org.kalends.exchange.migration.timer;

import org.jspecify.annotations.NullMarked;
