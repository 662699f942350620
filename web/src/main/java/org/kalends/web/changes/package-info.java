/** Changes as a stream of server-sent events. */
@NullMarked
package org.kalends.web.changes;

import org.jspecify.annotations.NullMarked;
