package org.kalends.sharing;

/**
 * What somebody may do with one calendar.
 *
 * @param privateOnes whether private and confidential events are told
 */
public record Rights(Level level, PrivateEvents privateOnes) {

    public static final Rights OWNER = new Rights(Level.OWNER, PrivateEvents.SEEN);

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
        return level.holds(least);
    }

    public boolean seesPrivate() {
        return privateOnes == PrivateEvents.SEEN;
    }

    public boolean own() {
        return level == Level.OWNER;
    }
}
