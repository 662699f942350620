package org.kalends.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/** A file of addresses, one on a line; what follows {@code #} is a comment, and what stands there twice counts once. */
final class MailboxList {

    private MailboxList() {}

    /** @throws BadList if it cannot be read, has no address, or has something else on a line */
    static List<String> read(Path file) throws BadList {
        var found = new LinkedHashSet<String>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            var address = line.replaceFirst("#.*", "").strip();
            if (address.isEmpty()) continue;
            if (!address.matches("[^\\s@]+@[^\\s@]+")) {
                throw new BadList(file + ", line " + number + ": '" + address + "' is not a mail address");
            }
            found.add(address);
        }
        if (found.isEmpty()) throw new BadList(file + " has no address");
        return List.copyOf(found);
    }

    private static List<String> lines(Path file) throws BadList {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new BadList(file + " cannot be read: " + e.getMessage());
        }
    }

    /** The list is not usable; nothing was begun. */
    static final class BadList extends Exception {

        private static final long serialVersionUID = 1;

        BadList(String why) {
            super(why);
        }
    }
}
