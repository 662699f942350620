/** The rules of events, without a container. */
@NullMarked
package org.kalends.event.domain;

import org.jspecify.annotations.NullMarked;
