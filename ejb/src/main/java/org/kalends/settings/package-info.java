/** Configuration read and judged: one record a feature, whose values are known to make sense once the server is up. */
@NullMarked
package org.kalends.settings;

import org.jspecify.annotations.NullMarked;
