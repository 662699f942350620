/** Whole calendars over REST: files in and out. */
@NullMarked
package org.kalends.web.transfer;

import org.jspecify.annotations.NullMarked;
