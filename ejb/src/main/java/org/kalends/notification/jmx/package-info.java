/** What became of what people were told, for consoles. */
@NullMarked
package org.kalends.notification.jmx;

import org.jspecify.annotations.NullMarked;
