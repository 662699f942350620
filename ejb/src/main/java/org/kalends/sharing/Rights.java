package org.kalends.sharing;

/**
 * What somebody may do with one calendar.
 *
 * @param privateOnes whether private and confidential events are told
 * @param content where its events come from; into one that is fed not even its owner writes
 */
public record Rights(Level level, PrivateEvents privateOnes, Content content) {

    public static final Rights OWNER = new Rights(Level.OWNER, PrivateEvents.SEEN, Content.OPEN);

    public Rights(Level level, PrivateEvents privateOnes) {
        this(level, privateOnes, Content.OPEN);
    }

    /** Those of an owner on a calendar of that content. */
    public static Rights owner(Content content) {
        return content == Content.OPEN ? OWNER : new Rights(Level.OWNER, PrivateEvents.SEEN, content);
    }

    /** Where events of a calendar come from. */
    public enum Content {
        /** From people. */
        OPEN,
        /** From an address outside that the calendar follows. */
        FED;

        public static Content of(boolean fed) {
            return fed ? FED : OPEN;
        }
    }

    /** How private and confidential events are shown. */
    public enum PrivateEvents {
        /** As time that is taken. */
        MASKED,
        SEEN;

        public static PrivateEvents of(boolean seen) {
            return seen ? SEEN : MASKED;
        }
    }

    public boolean holds(Level least) {
        return level.holds(least) && (least != Level.WRITE || content == Content.OPEN);
    }

    /** Whether the calendar follows an address outside. */
    public boolean fed() {
        return content == Content.FED;
    }

    public boolean seesPrivate() {
        return privateOnes == PrivateEvents.SEEN;
    }

    public boolean own() {
        return level == Level.OWNER;
    }
}
