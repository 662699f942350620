/** CalDAV: one class per method, report, property and element of the RFCs. */
@NullMarked
package org.kalends.caldav;

import org.jspecify.annotations.NullMarked;
