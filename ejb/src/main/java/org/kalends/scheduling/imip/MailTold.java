package org.kalends.scheduling.imip;

import java.util.Set;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;

/**
 * CDI event, in the transaction of the intake: a mail told of an event, whatever became of it.
 *
 * @param inside those whom it names and who are here
 */
public record MailTold(Uid uid, Set<CalendarAddress> inside) {}
