/** Whole calendars in and out: files, and what they hold told object by object. */
@NullMarked
package org.kalends.transfer;

import org.jspecify.annotations.NullMarked;
