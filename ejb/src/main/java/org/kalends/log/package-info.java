/** What log lines say besides their text: which request, who, which event. */
@NullMarked
package org.kalends.log;

import org.jspecify.annotations.NullMarked;
