/** The reports, one class each. */
@NullMarked
package org.kalends.caldav.report;

import org.jspecify.annotations.NullMarked;
