package org.kalends.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One launcher per data directory; the kernel lets go of the lock when its process dies, however it dies. */
record DataLock(FileLock held) {

    /** Held until the process ends; empty if a living launcher has it. */
    static Optional<DataLock> taken(Path home, String name) throws IOException {
        var file = FileChannel.open(home.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return Optional.ofNullable(file.tryLock()).map(DataLock::new);
    }
}
