/** Mails from unknown senders, until their reader says what is to become of them. */
@NullMarked
package org.kalends.web.held;

import org.jspecify.annotations.NullMarked;
