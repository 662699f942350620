package org.kalends.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipInputStream;

/** What an administrator downloads, unpacked into a folder of one's own. */
public final class Distribution {

    private static final Path BUILT = Path.of("../../ear/target");

    private Distribution() {}

    /** The folder with {@code bin/}, the EAR and the adapter. */
    public static Path unpackedInto(Path directory) throws IOException {
        try (var built = Files.newDirectoryStream(BUILT, "kalends-*.zip")) {
            var zip = built.iterator().next();
            unpack(zip, directory);
            return directory.resolve(zip.getFileName().toString().replace(".zip", ""));
        }
    }

    private static void unpack(Path zip, Path directory) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var target = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                    if (target.getParent().endsWith("bin"))
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }
}
