/** The properties, one class each. */
@NullMarked
package org.kalends.caldav.property;

import org.jspecify.annotations.NullMarked;
