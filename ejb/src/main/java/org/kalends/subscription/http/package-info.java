/** Feeds fetched from outside, and from nowhere inside. */
@NullMarked
package org.kalends.subscription.http;

import org.jspecify.annotations.NullMarked;
