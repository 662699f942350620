package org.kalends.exchange;

import java.util.Map;
import org.kalends.exchange.ews.Reply.Refused;

/** What an administrator can do about a refusal of Exchange. */
public final class RefusalWords {

    private static final Map<String, String> REMEDIES = Map.of(
            "ErrorNonExistentMailbox", "Exchange has no mailbox of this address",
            "ErrorImpersonateUserDenied",
                    "Our account may not act in the name of this mailbox: give it the role ApplicationImpersonation",
            "ErrorImpersonationFailed", "Exchange could not let our account act in the name of this mailbox",
            "ErrorAccessDenied", "Our account may not see the calendars of this mailbox",
            "ErrorMailboxMoveInProgress", "The mailbox is being moved; ask again when that is done",
            "ErrorMailboxStoreUnavailable", "The database of this mailbox is not mounted just now; ask again later",
            "ErrorServerBusy", "Exchange is busy; ask again later");

    private RefusalWords() {}

    public static String of(Refused refused) {
        return REMEDIES.getOrDefault(refused.code(), refused.code() + ": " + refused.reason());
    }
}
