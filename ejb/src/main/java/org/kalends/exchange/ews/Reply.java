package org.kalends.exchange.ews;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.kalends.exchange.ews.xml.Element;

/** What Exchange says to one of the things that a request asks for. */
public sealed interface Reply {

    /** The code of one that is asked too much. */
    String BUSY = "ErrorServerBusy";

    /**
     * It was done.
     *
     * @param message the response message of the operation
     */
    record Done(Element message) implements Reply {}

    /**
     * It was not done.
     *
     * @param code such as {@code ErrorItemNotFound}
     * @param reason in Exchange's words
     * @param pause how long nothing may be asked; empty if it does not say
     * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/responsecode">the codes</a>
     */
    record Refused(String code, String reason, Optional<Duration> pause) implements Reply {

        private static final Set<String> SOON_OTHERWISE = Set.of(
                BUSY,
                "ErrorTimeoutExpired",
                "ErrorInternalServerTransientError",
                "ErrorConnectionFailed",
                "ErrorMailboxStoreUnavailable",
                "ErrorMailboxMoveInProgress");

        /** Whether what was asked for is not there. */
        public boolean missing() {
            return code.equals("ErrorItemNotFound");
        }

        /** Whether Exchange does not know the place any more from which it was to go on. */
        public boolean placeLost() {
            return code.equals("ErrorInvalidSyncStateData");
        }

        /** Whether the same may be asked again later. */
        public boolean passes() {
            return SOON_OTHERWISE.contains(code);
        }
    }
}
