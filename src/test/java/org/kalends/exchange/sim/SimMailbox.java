package org.kalends.exchange.sim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

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
    private final List<Change> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();
    private final String address;
    private final SimInstances instances = new SimInstances(this);
    private volatile Runnable listener = () -> {};

    /** That something happened to an item. */
    record Change(String folder, SimItem item) {}

    SimMailbox(String address) {
        this.address = address;
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
        for (var item : more) log.add(new Change(folder, item));
        listener.run();
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

    /** Somebody changed it, in whatever program. */
    public void changed(SimItem item) {
        log.add(new Change(folderOf(item), item));
        listener.run();
    }

    /** Somebody threw it away. */
    public void remove(SimItem item) {
        var folder = folderOf(item);
        items.getOrDefault(folder, List.of()).remove(item);
        log.add(new Change(folder, item));
        listener.run();
    }

    /** Somebody moved it to another folder, where it is another item. */
    public void move(SimItem item, String folder, SimItem moved) {
        var from = folderOf(item);
        items.getOrDefault(from, List.of()).remove(item);
        items.computeIfAbsent(folder, id -> new CopyOnWriteArrayList<>()).add(moved);
        log.add(new Change(from, item));
        log.add(new Change(folder, moved));
        listener.run();
    }

    /** All that is in the calendar of that id. */
    public List<SimItem> of(String folder) {
        return items(folder);
    }

    void whenChanged(Runnable act) {
        listener = act;
    }

    /** One instance of a series. */
    public SimItem instanceAt(SimItem series, Instant start) {
        return instances.at(series, start);
    }

    /** Somebody changed one instance of a series. */
    public void instanceAt(SimItem series, Instant start, Consumer<SimItem> change) {
        var instance = instances.at(series, start);
        change.accept(instance);
        instances.change(instance);
    }

    SimInstances instances() {
        return instances;
    }

    String address() {
        return address;
    }

    /** All that is in the default calendar. */
    public List<SimItem> items() {
        return items("calendar");
    }

    List<SimItem> items(String folder) {
        return items.getOrDefault(folder, List.of());
    }

    List<Change> log(String folder) {
        return log.stream().filter(change -> change.folder().equals(folder)).toList();
    }

    boolean holds(SimItem item) {
        return item(item.id()).isPresent();
    }

    private String folderOf(SimItem item) {
        return items.entrySet().stream()
                .filter(folder -> folder.getValue().contains(item))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("calendar");
    }

    Optional<SimItem> item(String id) {
        return items.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    void asked(Optional<SimFile> file) {
        file.ifPresent(one -> given.incrementAndGet());
    }

    /** How often octets of files were given. */
    public int given() {
        return given.get();
    }

    Optional<SimFile> file(String id) {
        return items.values().stream()
                .flatMap(List::stream)
                .flatMap(item -> item.files().stream())
                .filter(file -> file.id().equals(id))
                .findFirst();
    }

    SimItem holder(SimFile file) {
        return items.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.files().contains(file))
                .findFirst()
                .orElseThrow();
    }

    SimFolder folder(String id) {
        var real = id.equals("deleteditems") ? TRASH : id;
        return folders.stream().filter(one -> one.id().equals(real)).findFirst().orElseThrow();
    }

    List<SimFolder> ofKind(String kind) {
        return folders.stream().filter(one -> one.kind().equals(kind)).toList();
    }
}
