/** Secret addresses by which other programs read a calendar, and nothing but read it. */
@NullMarked
package org.kalends.feed;

import org.jspecify.annotations.NullMarked;
