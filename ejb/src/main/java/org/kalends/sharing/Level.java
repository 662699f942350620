package org.kalends.sharing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much somebody may do with a calendar; each holds what those before it hold. */
public enum Level {
    /** When it is busy, and nothing more. */
    FREEBUSY(1),
    READ(2),
    /** Events are planned, changed and deleted. */
    WRITE(3),
    /** Shares are given and taken, and its owner's invitations answered. */
    MANAGE(4),
    /** Whose it is; never granted. */
    OWNER(5);

    private final int code;

    Level(int code) {
        this.code = code;
    }

    /** As the API has it. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the column has it. */
    public int code() {
        return code;
    }

    public static Level of(int code) {
        for (var level : values()) if (level.code == code) return level;
        throw new IllegalArgumentException("There is no level " + code);
    }

    /** One that can be granted. */
    public static Optional<Level> grantable(String token) {
        return Stream.of(values())
                .filter(level -> level != OWNER && level.token().equals(token))
                .findFirst();
    }

    public boolean holds(Level least) {
        return compareTo(least) >= 0;
    }
}
