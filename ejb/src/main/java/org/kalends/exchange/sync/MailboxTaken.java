package org.kalends.exchange.sync;

import jakarta.ejb.ApplicationException;

/** The mailbox is not in these hands any more. */
@ApplicationException(rollback = true)
public final class MailboxTaken extends RuntimeException {

    private static final long serialVersionUID = 1;
}
