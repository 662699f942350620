/** The directory over REST. */
@NullMarked
package org.kalends.web.people;

import org.jspecify.annotations.NullMarked;
