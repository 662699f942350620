/** What files need by themselves. */
@NullMarked
package org.kalends.attachment.timer;

import org.jspecify.annotations.NullMarked;
