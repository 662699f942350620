package org.kalends.notification.wording;

import java.util.Locale;

/** What the bot says to who speaks to it. */
public final class BotWords {

    private final Texts texts;

    public BotWords(Locale language) {
        texts = new Texts(language);
    }

    /** The chat is his from now on. */
    public String linked(String name) {
        return texts.say("bot.linked", name);
    }

    /** To somebody who is known. */
    public String welcome(String name) {
        return texts.say("bot.welcome", name);
    }

    public String unknown() {
        return texts.say("bot.unknown");
    }

    /** To what looks like a code and is none, or none any more. */
    public String expired() {
        return texts.say("bot.expired");
    }
}
