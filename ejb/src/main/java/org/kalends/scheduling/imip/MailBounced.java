package org.kalends.scheduling.imip;

import org.kalends.identity.CalendarAddress;

/**
 * CDI event: a mail of ours came back for good.
 *
 * @param messageId of that mail; nobody else knows it, and so a report that names it is believed
 */
public record MailBounced(String messageId, CalendarAddress recipient) {}
