package org.kalends.event.resource;

/** What a calendar object holds; each has but one kind. */
public enum Component {
    VEVENT(0),
    VTODO(1),
    VJOURNAL(2),
    VFREEBUSY(3),
    VAVAILABILITY(4);

    private final int code;

    Component(int code) {
        this.code = code;
    }

    /** As the column {@code comp} has it. */
    public int code() {
        return code;
    }

    public static Component of(int code) {
        return values()[code];
    }
}
