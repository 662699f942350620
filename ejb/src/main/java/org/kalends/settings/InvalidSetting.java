package org.kalends.settings;

/** A value that makes no sense; the message names its key, what it must be and what it was. */
public final class InvalidSetting extends IllegalArgumentException {

    /** @param must what the value has to be, as it stands behind "must be" */
    public InvalidSetting(String key, String must, Object was) {
        super(key + " must be " + must + ", was " + was);
    }
}
