/** What is known of rooms and asked about them. */
@NullMarked
package org.kalends.room.domain;

import org.jspecify.annotations.NullMarked;
