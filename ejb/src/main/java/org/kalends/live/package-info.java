/** What browsers hear at once: changes as they come from every node, and what a reader missed. */
@NullMarked
package org.kalends.live;

import org.jspecify.annotations.NullMarked;
