package org.kalends.outbox;

import java.util.Locale;

/** Where outbox rows go. Consumers name the address in their activation, so the names are constants too. */
public enum Queue {
    DELIVERY,
    MAIL,
    MESSENGER,
    /** News for browsers. */
    BROWSER,
    /** What is due to be looked at: who is to be reminded of what, and when. */
    REMINDER,
    /** Mails of reminders; a road of their own, for they are late when those of a change to a crowd go before them. */
    REMINDER_MAIL,
    /** The same for the messenger. */
    REMINDER_MESSENGER,
    /** And for the push services of browsers. */
    REMINDER_BROWSER,
    /** Days to be told in the morning. */
    DIGEST,
    /** The one topic: every node hears it and tells its browsers. */
    CHANGES;

    public static final String DELIVERY_ADDRESS = "kalends.delivery";
    public static final String MAIL_ADDRESS = "kalends.mail";
    public static final String REMINDER_ADDRESS = "kalends.reminder";
    public static final String REMINDER_MAIL_ADDRESS = "kalends.reminder.mail";
    public static final String REMINDER_MESSENGER_ADDRESS = "kalends.reminder.messenger";
    public static final String REMINDER_BROWSER_ADDRESS = "kalends.reminder.browser";
    public static final String BROWSER_ADDRESS = "kalends.browser";
    public static final String DIGEST_ADDRESS = "kalends.digest";
    public static final String MESSENGER_ADDRESS = "kalends.messenger";
    public static final String CHANGES_ADDRESS = "kalends.changes";

    /** Where the broker lays aside what no consumer takes. */
    public static final String DEAD_LETTERS_ADDRESS = "kalends.dead-letters";

    /** Address at the broker, {@code kalends.reminder.mail}. */
    public String address() {
        return "kalends." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
