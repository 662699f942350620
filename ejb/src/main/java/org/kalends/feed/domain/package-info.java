/** What readers of a secret address get to see. */
@NullMarked
package org.kalends.feed.domain;

import org.jspecify.annotations.NullMarked;
