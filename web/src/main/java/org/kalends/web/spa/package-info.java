/** The browser UI as files: deep links lead to its one page. */
@NullMarked
package org.kalends.web.spa;

import org.jspecify.annotations.NullMarked;
