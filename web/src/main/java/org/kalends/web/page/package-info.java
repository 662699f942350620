/** What the pages that need no log-in have in common. */
@NullMarked
package org.kalends.web.page;

import org.jspecify.annotations.NullMarked;
