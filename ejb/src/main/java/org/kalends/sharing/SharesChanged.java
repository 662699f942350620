package org.kalends.sharing;

import java.util.UUID;
import org.kalends.identity.Principal;

/**
 * CDI event, fired in the transaction of the change: other people than before may see a calendar, or more or less of it.
 *
 * @param home whose calendar it is; of an offer also the home of who is asked
 * @param calendar the home's own id for all of its calendars
 */
public record SharesChanged(UUID home, UUID calendar, Principal principal) {}
