/** What the browser reminds of. */
@NullMarked
package org.kalends.web.reminder;

import org.jspecify.annotations.NullMarked;
