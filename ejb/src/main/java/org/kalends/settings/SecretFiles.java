package org.kalends.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Values out of files, as container platforms hand out secrets: the environment variable {@code KALENDS_MAIL_PASSWORD_FILE}
 * names the file that holds {@code kalends.mail.password}. Blank space around is left out.
 */
public final class SecretFiles implements ConfigSource {

    private static final String PREFIX = "KALENDS_";
    private static final String SUFFIX = "_FILE";
    private static final int ABOVE_THE_ENVIRONMENT = 350;

    private final Map<String, String> values = new HashMap<>();

    public SecretFiles() {
        this(System.getenv());
    }

    /** @throws InvalidSetting naming the variable, if its file cannot be read */
    SecretFiles(Map<String, String> environment) {
        environment.forEach((name, file) -> {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !isKeyOfItsOwn(name)) {
                values.put(name.substring(0, name.length() - SUFFIX.length()), content(name, file));
            }
        });
    }

    /** Its value is the file's name itself. */
    private static boolean isKeyOfItsOwn(String name) {
        return name.equals("KALENDS_IDENTITY_FIRST_ADMIN_PASSWORD_FILE");
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new InvalidSetting(name, "a file that can be read", file);
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.copyOf(values.keySet());
    }

    @Override
    public @Nullable String getValue(String key) {
        return values.get(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }

    @Override
    public String getName() {
        return "files named by KALENDS_…_FILE";
    }

    @Override
    public int getOrdinal() {
        return ABOVE_THE_ENVIRONMENT;
    }
}
