package org.kalends.scheduling.imip;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kalends.attachment.AttachmentKeeping.Offered;
import org.kalends.identity.CalendarAddress;

/**
 * What counts of a mail that came in.
 *
 * @param messageId as it stands; empty when it has none
 * @param sender the one From; null when there is none, or several
 * @param vouched whether our own mail server says that the mail is of the sender's domain
 * @param automatic whether a program wrote it (RFC 3834)
 * @param addressees To, Cc and whom it was delivered to
 * @param calendar the first calendar part; null when there is none
 * @param files what is attached to it
 * @param failures whom a mail of ours did not reach, by a report that this is
 */
record InboundMail(
        String messageId,
        @Nullable CalendarAddress sender,
        boolean vouched,
        boolean automatic,
        Set<CalendarAddress> addressees,
        @Nullable String calendar,
        List<Offered> files,
        List<Failure> failures) {

    /** @param messageId of the mail of ours */
    record Failure(String messageId, CalendarAddress recipient) {}
}
