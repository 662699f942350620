/** How requests are read and answers written. */
@NullMarked
package org.kalends.caldav.http;

import org.jspecify.annotations.NullMarked;
