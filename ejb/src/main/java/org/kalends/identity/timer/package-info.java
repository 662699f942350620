/** What identity does by itself. */
@NullMarked
package org.kalends.identity.timer;

import org.jspecify.annotations.NullMarked;
