/** The queue of mails. */
@NullMarked
package org.kalends.notification.jms;

import org.jspecify.annotations.NullMarked;
