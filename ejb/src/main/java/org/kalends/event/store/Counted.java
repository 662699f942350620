package org.kalends.event.store;

import org.jdbi.v3.core.Handle;
import org.kalends.event.store.EventStore.Place;

/**
 * What every write to a calendar does besides: it counts the calendar's change sequence under the row's lock, and notes
 * the change for those who synchronise. Parts of the writing statement, so that they cost no round trip of their own.
 */
final class Counted {

    /** The number is {@code counted.change_seq}; of a calendar that is not there the statement writes nothing. */
    static final String COUNTED =
            """
            with counted as (update calendar set change_seq = greatest(change_seq, overlay_seq) + 1
              where home_id = :home and cal_id = :calendar returning change_seq)""";

    /** It is there now, in this state. */
    static final String STORED = noted("A");

    /** It is not listed there any more. */
    static final String GONE = noted("D");

    /** Numbers of what viewers said of it are of the calendar that it was in. */
    private static final String UNCOUNTED =
            "said as (update object_user set seq = 0 where home_id = :home and obj_id = :object)";

    private Counted() {}

    private static String noted(String operation) {
        return """
                insert into change_log (home_id, cal_id, name, obj_id, seq, op)
                select :home, :calendar, :name, :object, change_seq, '%s'::"char" from counted
                on conflict (home_id, cal_id, name) do update
                set obj_id = excluded.obj_id, seq = excluded.seq, op = excluded.op, at = clock_timestamp()"""
                .formatted(operation);
    }

    static void leave(Handle handle, Place left) {
        handle.createUpdate(COUNTED + ", " + UNCOUNTED + " " + GONE)
                .bindMethods(left)
                .execute();
    }
}
