/** The mail channel: words, MIME and SMTP. */
@NullMarked
package org.kalends.notification.mail;

import org.jspecify.annotations.NullMarked;
