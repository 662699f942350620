/** Elements of WebDAV and CalDAV, read with caps and written as a stream. */
@NullMarked
package org.kalends.caldav.xml;

import org.jspecify.annotations.NullMarked;
