/** Dead letters for administrators. */
@NullMarked
package org.kalends.web.admin.queues;

import org.jspecify.annotations.NullMarked;
