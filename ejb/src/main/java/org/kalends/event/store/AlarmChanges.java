package org.kalends.event.store;

import org.kalends.icalendar.codec.AlarmRules;

/**
 * Notes that the alarms of an object may go off at other times from now on, for those who remind. Parts of the writing
 * statement, which has {@code :home} and {@code :object}.
 */
final class AlarmChanges {

    private static final String NOTE = "insert into alarm_change (home_id, obj_id) select :home, :object";

    /** The lock on a note that is there already keeps it from being taken before this transaction ends. */
    private static final String ONCE = " on conflict (home_id, obj_id) do update set at = alarm_change.at";

    private static final String KNOWN = "exists (select from alarm_due where home_id = :home and obj_id = :object)";

    static final String ALWAYS = NOTE + ONCE;

    /** Of an object that was not there; {@code :alarms} is {@link AlarmRules#mayBeIn}. */
    static final String OF_NEW = NOTE + " where :alarms" + ONCE;

    /** Of one whose text was replaced; viewers may have alarms of their own. */
    static final String OF_STORED = NOTE + " where :alarms or " + KNOWN
            + " or exists (select from object_user where home_id = :home and obj_id = :object)" + ONCE;

    /** Of one that goes. */
    static final String OF_KNOWN = NOTE + " where " + KNOWN + ONCE;

    private AlarmChanges() {}
}
