/** A mailbox of ours, read by IMAP: what comes there is taken in like what a mail server hands over. */
@NullMarked
package org.kalends.scheduling.imap;

import org.jspecify.annotations.NullMarked;
