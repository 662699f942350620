package org.kalends.outbox.jms;

/** Properties of our messages at the broker. */
final class MessageProperties {

    /** Artemis drops a message whose value its address has seen lately. */
    static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    /** Messages of one group go to one consumer, in order. */
    static final String GROUP = "JMSXGroupID";

    /** Whose outbox the message is from. */
    static final String HOME = "kalends_home";

    /** The outbox key, which consumers remember. */
    static final String KEY = "kalends_key";

    /** Set by Artemis on a dead letter: the address it was sent to first. */
    static final String ORIGINAL_ADDRESS = "_AMQ_ORIG_ADDRESS";

    private MessageProperties() {}
}
