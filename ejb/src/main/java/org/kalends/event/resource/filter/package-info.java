/** Which objects a query finds, judged on their texts. */
@NullMarked
package org.kalends.event.resource.filter;

import org.jspecify.annotations.NullMarked;
