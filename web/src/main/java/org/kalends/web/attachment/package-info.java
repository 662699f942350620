/** Files of events: links to them, and what the links give. */
@NullMarked
package org.kalends.web.attachment;

import org.jspecify.annotations.NullMarked;
