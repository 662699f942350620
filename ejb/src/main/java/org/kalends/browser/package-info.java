/** Browsers as a way to tell people things: in open windows, and by Web Push where none is open. */
@NullMarked
package org.kalends.browser;

import org.jspecify.annotations.NullMarked;
