package org.kalends.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the server writes while it starts, looked through once, for what keeps it from coming up. */
final class ServerLog {

    private static final Pattern SETTING = Pattern.compile("Configuration refused: ([^\"\n]*)");
    private static final Pattern COMMAND = Pattern.compile("Boot Command [^\"\n]* failed[^\"\n]*");

    private final Path file;
    private long read;
    private Optional<String> obstacle = Optional.empty();

    ServerLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Why it will not come up, as far as it said so. Micro itself goes on without what was to be deployed. */
    Optional<String> obstacle() {
        if (obstacle.isPresent()) return obstacle;
        try {
            var more = wholeLines();
            var setting = SETTING.matcher(more);
            var command = COMMAND.matcher(more);
            if (setting.find()) obstacle = Optional.of("The configuration makes no sense: " + setting.group(1));
            else if (command.find()) obstacle = Optional.of(command.group() + "; the server's log: " + file);
        } catch (IOException e) {
            return Optional.empty(); // not there yet: the next look will tell
        }
        return obstacle;
    }

    /** What came since the last look; a line that is being written is left for the next one. */
    private String wholeLines() throws IOException {
        if (!Files.exists(file)) return "";
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(log.length() - read, Integer.MAX_VALUE - 8)];
            log.seek(read);
            log.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') end--;
            read += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        }
    }
}
