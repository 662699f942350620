package org.kalends.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the operator says by environment variables. */
final class Environment {

    private Environment() {}

    static String text(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    /** The variable, or what stands in the file that NAME_FILE names; empty if neither is set. */
    static String secret(String name) throws IOException {
        var file = System.getenv(name + "_FILE");
        return file == null ? text(name, "") : Files.readString(Path.of(file)).strip();
    }

    /** Whether the operator set that configuration key himself (MicroProfile Config 3.0, 2.3.1). */
    static boolean has(String key) {
        var name = key.replaceAll("[^A-Za-z0-9]", "_");
        return System.getenv(name) != null || System.getenv(name.toUpperCase(Locale.ROOT)) != null;
    }
}
