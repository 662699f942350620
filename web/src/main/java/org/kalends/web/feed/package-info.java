/** Secret addresses of calendars: made over REST, read by anybody who knows them. */
@NullMarked
package org.kalends.web.feed;

import org.jspecify.annotations.NullMarked;
