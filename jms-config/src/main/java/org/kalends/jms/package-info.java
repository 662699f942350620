/** The Artemis resource adapter of Kalends and the broker that it starts. */
@NullMarked
package org.kalends.jms;

import org.jspecify.annotations.NullMarked;
