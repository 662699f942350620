/** The search for common free times. */
@NullMarked
package org.kalends.freebusy.domain;

import org.jspecify.annotations.NullMarked;
