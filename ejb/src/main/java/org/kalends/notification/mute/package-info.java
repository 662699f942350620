/** The switch that keeps channels silent. */
@NullMarked
package org.kalends.notification.mute;

import org.jspecify.annotations.NullMarked;
