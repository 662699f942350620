/** The methods of HTTP, WebDAV and CalDAV, one class each. */
@NullMarked
package org.kalends.caldav.method;

import org.jspecify.annotations.NullMarked;
