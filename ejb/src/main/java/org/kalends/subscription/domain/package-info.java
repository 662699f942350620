/** What a feed is, and what becomes of its text. */
@NullMarked
package org.kalends.subscription.domain;

import org.jspecify.annotations.NullMarked;
