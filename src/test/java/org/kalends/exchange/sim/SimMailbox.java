package org.kalends.exchange.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

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
    private final AtomicBoolean forgetful = new AtomicBoolean();
    private final Map<String, List<SimItem>> items = new ConcurrentHashMap<>();

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

    /** Into the default calendar. */
    public SimMailbox holding(SimItem... more) {
        return holding("calendar", more);
    }

    /** Into the calendar of that id: those that {@link #with} made are {@code own-3}, {@code own-4} and so on. */
    public SimMailbox holding(String folder, SimItem... more) {
        items.computeIfAbsent(folder, id -> new CopyOnWriteArrayList<>()).addAll(List.of(more));
        return this;
    }

    /** It can be asked for, but is in no list: instances of a series. */
    public SimMailbox holdingUnlisted(SimItem... more) {
        return holding("unlisted", more);
    }

    /** The next word of where somebody was is not known any more. */
    public void forgetOnce() {
        forgetful.set(true);
    }

    boolean forgets() {
        return forgetful.getAndSet(false);
    }

    List<SimItem> items(String folder) {
        return items.getOrDefault(folder, List.of());
    }

    Optional<SimItem> item(String id) {
        return items.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    SimFolder folder(String id) {
        var real = id.equals("deleteditems") ? TRASH : id;
        return folders.stream().filter(one -> one.id().equals(real)).findFirst().orElseThrow();
    }

    List<SimFolder> ofKind(String kind) {
        return folders.stream().filter(one -> one.kind().equals(kind)).toList();
    }
}
