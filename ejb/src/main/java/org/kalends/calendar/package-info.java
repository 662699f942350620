/** Calendar collections and who may do what with them. */
@NullMarked
package org.kalends.calendar;

import org.jspecify.annotations.NullMarked;
