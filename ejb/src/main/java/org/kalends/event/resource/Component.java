package org.kalends.event.resource;

import java.util.Optional;

/** What a calendar object holds; each has but one kind. */
public enum Component {
    VEVENT(0),
    VTODO(1),
    VJOURNAL(2),
    VFREEBUSY(3),
    VAVAILABILITY(4),
    /** A scheduling message in an inbox; never a component's name. */
    MESSAGE(5);

    private final int code;

    Component(int code) {
        this.code = code;
    }

    /** As the column {@code comp} has it. */
    public int code() {
        return code;
    }

    /** By its name in a text. */
    public static Optional<Component> named(String name) {
        for (var component : values()) {
            if (component != MESSAGE && component.name().equals(name)) return Optional.of(component);
        }
        return Optional.empty();
    }

    public static Component of(int code) {
        return values()[code];
    }
}
