package org.kalends.transfer.domain;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kalends.icalendar.InvalidCalendarData;

/**
 * A file as calendar objects: components of one UID are one object, wherever they stand in the file; the zones that
 * they name are put in. Of doubles the last one counts. One object at a time is in memory.
 */
public final class FileObjects implements Closeable {

    private static final long LARGEST = 10L * 1024 * 1024;
    private static final String HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kalends//Kalends 1.0//EN\r\n";
    private static final String ZONE = "VTIMEZONE";
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
    private static final Pattern ZONE_NAME = Pattern.compile(";TZID=(?:\"([^\"\r\n]*)\"|([^:;,\r\n]*))");
    private static final Pattern INSTANCE = Pattern.compile("(?m)^RECURRENCE-ID[;:].*$", Pattern.CASE_INSENSITIVE);

    private final FileChannel file;
    private final List<Found> objects;
    private final Map<String, Part> zones;

    private FileObjects(FileChannel file, List<Found> objects, Map<String, Part> zones) {
        this.file = file;
        this.objects = objects;
        this.zones = zones;
    }

    /**
     * One object of the file.
     *
     * @param uid empty where the file gives none
     */
    public record Found(String uid, String component, List<Part> parts) {

        /** Octets of its components. */
        public long length() {
            return parts.stream().mapToLong(Part::length).sum();
        }
    }

    public static FileObjects open(Path path, int most) throws IOException {
        List<Part> parts;
        try (var stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            parts = PartScanner.scan(stream, most);
        }
        var zones = new HashMap<String, Part>();
        var objects = new LinkedHashMap<String, List<Part>>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part.name().equals(ZONE)) {
                zones.putIfAbsent(zoneKey(part.calendar(), part.key()), part);
            } else {
                var key = part.key().isEmpty() ? " " + i : part.key();
                objects.computeIfAbsent(key, none -> new ArrayList<>()).add(part);
            }
        }
        var found = objects.values().stream()
                .map(all -> new Found(all.get(0).key(), all.get(0).name(), List.copyOf(all)))
                .toList();
        return new FileObjects(FileChannel.open(path), found, zones);
    }

    public List<Found> all() {
        return objects;
    }

    /**
     * The object as a calendar of its own.
     *
     * @throws InvalidCalendarData if it is too large or is not UTF-8
     */
    public String text(Found object) throws IOException {
        if (object.length() > LARGEST) throw new InvalidCalendarData("is larger than " + LARGEST + " octets");
        var components = new LinkedHashMap<String, String>();
        for (var part : object.parts()) {
            var text = read(part);
            if (part.key().isEmpty()) text = DerivedUid.into(text);
            var instance = INSTANCE.matcher(FOLD.matcher(text).replaceAll(""));
            var key = instance.find() ? instance.group() : "";
            components.remove(key);
            components.put(key, text);
        }
        var all = new StringBuilder(HEAD);
        for (var zone : zonesOf(components.values())) {
            var part = zones.get(zoneKey(object.parts().get(0).calendar(), zone));
            if (part != null) all.append(read(part));
        }
        components.values().forEach(all::append);
        return all.append("END:VCALENDAR\r\n").toString();
    }

    private static Set<String> zonesOf(Iterable<String> components) {
        var names = new LinkedHashSet<String>();
        for (var component : components) {
            var matcher = ZONE_NAME.matcher(FOLD.matcher(component).replaceAll(""));
            while (matcher.find()) names.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return names;
    }

    private static String zoneKey(int calendar, String id) {
        return calendar + " " + id;
    }

    private String read(Part part) throws IOException {
        if (part.length() > LARGEST) throw new InvalidCalendarData("a component is larger than " + LARGEST + " octets");
        var octets = ByteBuffer.allocate((int) part.length());
        while (octets.hasRemaining()) {
            if (file.read(octets, part.offset() + octets.position()) < 0) break;
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
            return text.endsWith("\n") ? text : text + "\r\n";
        } catch (CharacterCodingException e) {
            throw new InvalidCalendarData("the text is not UTF-8", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
