/** What changed between two states of an event, and which of it is news to whom. */
@NullMarked
package org.kalends.notification.domain;

import org.jspecify.annotations.NullMarked;
