/** Events over REST. */
@NullMarked
package org.kalends.web.event;

import org.jspecify.annotations.NullMarked;
