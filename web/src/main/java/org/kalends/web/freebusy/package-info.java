/** Free/busy over REST. */
@NullMarked
package org.kalends.web.freebusy;

import org.jspecify.annotations.NullMarked;
