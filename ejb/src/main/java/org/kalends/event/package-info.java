/** Events, their instances and overrides, optimistic versions and the edit lock. */
@NullMarked
package org.kalends.event;

import org.jspecify.annotations.NullMarked;
