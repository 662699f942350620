/** How programs find their way from the bare host name. */
@NullMarked
package org.kalends.web.discovery;

import org.jspecify.annotations.NullMarked;
