/** The page behind the links of invitation mails; no log-in, no script. */
@NullMarked
package org.kalends.web.rsvp;

import org.jspecify.annotations.NullMarked;
