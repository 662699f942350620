/** What stands at an address, and who may see it. */
@NullMarked
package org.kalends.caldav.resource;

import org.jspecify.annotations.NullMarked;
