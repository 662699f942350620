package org.kalends.icalendar.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kalends.icalendar.FileLink;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Param;
import org.kalends.icalendar.text.Texts;

/** ATTACH with a URI, and what RFC 8607 says beside it. */
final class FileLines {

    private static final String PROPERTY = "ATTACH";
    private static final int MOST = 100;

    private FileLines() {}

    static List<FileLink> read(Block event) {
        return event.lines(PROPERTY)
                .filter(FileLines::named)
                .map(FileLines::link)
                .limit(MOST)
                .toList();
    }

    private static boolean named(ContentLine line) {
        return !line.paramValue("VALUE").equalsIgnoreCase("BINARY")
                && !line.value().isBlank();
    }

    private static FileLink link(ContentLine line) {
        return new FileLink(
                Texts.oneLine(line.value()).strip(),
                line.paramValue("MANAGED-ID"),
                line.paramValue("FILENAME"),
                line.paramValue("FMTTYPE"),
                size(line.paramValue("SIZE")));
    }

    private static long size(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    static ContentLine line(FileLink file) {
        var params = new ArrayList<Param>();
        if (!file.managedId().isEmpty()) params.add(Param.of("MANAGED-ID", file.managedId()));
        if (!file.type().isEmpty()) params.add(Param.of("FMTTYPE", file.type()));
        if (file.size() >= 0) params.add(Param.of("SIZE", Long.toString(file.size())));
        if (!file.name().isEmpty()) params.add(Param.of("FILENAME", file.name()));
        return ContentLine.of(PROPERTY, file.uri(), params);
    }

    /** Two lines that name the same file are of one slot; empty for any other line. */
    static Optional<String> slot(ContentLine line) {
        return line.name().equals(PROPERTY) && named(line) ? Optional.of(slot(link(line))) : Optional.empty();
    }

    static String slot(FileLink file) {
        return PROPERTY + " " + file.uri();
    }
}
