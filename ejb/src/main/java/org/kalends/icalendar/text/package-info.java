/** Content lines and components as they came, octet for octet. */
@NullMarked
package org.kalends.icalendar.text;

import org.jspecify.annotations.NullMarked;
