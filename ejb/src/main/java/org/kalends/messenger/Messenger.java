package org.kalends.messenger;

import java.util.List;

/** A messenger by which people are told of events and answer, whichever it is. */
public interface Messenger {

    /** What became of a card. */
    sealed interface Outcome {

        /** @param message the messenger's name for it */
        record Shown(String message) implements Outcome {}

        /** He wants nothing of our bot, or there is nobody of that name. */
        record Unwanted() implements Outcome {}

        /** It will not be taken another time either. */
        record Refused(String reason) implements Outcome {}
    }

    /** What people do there. */
    sealed interface Happening {

        /** Later ones are greater. */
        long number();

        /**
         * A button was pressed.
         *
         * @param query by which it is told that it was heard
         * @param person who pressed
         * @param data the button's
         */
        record Press(long number, String query, String person, String data) implements Happening {}

        /** Somebody wrote to the bot. */
        record Said(long number, String person, String text) implements Happening {}

        /** Something that is no business of ours. */
        record Other(long number) implements Happening {}
    }

    /**
     * Shows a card.
     *
     * @param chat whose
     * @throws MessengerAway if it may go another time
     */
    Outcome show(String chat, Card card);

    /**
     * Puts a card into the place of one that is shown.
     *
     * @throws MessengerAway if it may go another time
     */
    Outcome alter(String chat, String message, Card card);

    /**
     * What happened after that, in its order; waits a while for something to happen.
     *
     * @throws MessengerAway if it cannot be asked
     */
    List<Happening> happenings(long after);

    /**
     * Tells who pressed what came of it.
     *
     * @throws MessengerAway if it cannot be told
     */
    void acknowledge(String query, String words);

    /** Which bot speaks: numbers of happenings are its own. */
    String bot();
}
