package org.kalends.exchange.sim;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's folders. Those that are no calendars and the trash are there as well, and are not to be told. */
public final class SimMailbox {

    /**
     * A folder.
     *
     * @param parent id of the one that it lies in
     * @param kind its class, {@code IPF.Appointment} for calendars
     */
    record SimFolder(String id, String parent, String kind, String name, int items) {}

    static final String ROOT = "root";
    static final String TRASH = "trash";
    static final String CALENDAR = "IPF.Appointment";

    private final List<SimFolder> folders = new CopyOnWriteArrayList<>();

    SimMailbox() {
        folders.add(new SimFolder("calendar", ROOT, CALENDAR, "Calendar", 0));
        folders.add(new SimFolder("inbox", ROOT, "IPF.Note", "Inbox", 12));
        folders.add(new SimFolder(TRASH, ROOT, "IPF.Note", "Deleted Items", 3));
    }

    /** One more calendar. */
    public SimMailbox with(String name, int items) {
        folders.add(new SimFolder("own-" + folders.size(), ROOT, CALENDAR, name, items));
        return this;
    }

    /** A calendar that was thrown away. */
    public SimMailbox withDeleted(String name) {
        folders.add(new SimFolder("gone-" + folders.size(), TRASH, CALENDAR, name, 1));
        return this;
    }

    SimFolder folder(String id) {
        var real = id.equals("deleteditems") ? TRASH : id;
        return folders.stream().filter(one -> one.id().equals(real)).findFirst().orElseThrow();
    }

    List<SimFolder> ofKind(String kind) {
        return folders.stream().filter(one -> one.kind().equals(kind)).toList();
    }
}
