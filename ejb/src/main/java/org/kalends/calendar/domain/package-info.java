/** Calendar collections as entities. */
@NullMarked
package org.kalends.calendar.domain;

import org.jspecify.annotations.NullMarked;
