/** Files of events: kept once for each content, read by those who may read the event. */
@NullMarked
package org.kalends.attachment;

import org.jspecify.annotations.NullMarked;
