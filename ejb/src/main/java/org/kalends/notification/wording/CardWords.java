package org.kalends.notification.wording;

import java.util.Locale;
import org.kalends.icalendar.Attendee.ParticipationStatus;

/** What a messenger's card says besides the news, in one language. */
public final class CardWords {

    private final Texts texts;

    public CardWords(Locale language) {
        texts = new Texts(language);
    }

    /** On a button. */
    public String button(ParticipationStatus answer) {
        return texts.say("card.button." + token(answer));
    }

    /** What its reader has said so far. */
    public String mine(ParticipationStatus answer) {
        return texts.say("card.mine." + token(answer));
    }

    /** On the button that leads to the event. */
    public String open() {
        return texts.say("label.open");
    }

    /** Below a card that is overtaken. */
    public String closed() {
        return texts.say("card.closed");
    }

    /**
     * What somebody hears who pressed a button.
     *
     * @param end {@code foreign}, {@code gone}, {@code cancelled}, {@code moved}
     */
    public String refused(String end) {
        return texts.say("card.refused." + end);
    }

    private static String token(ParticipationStatus answer) {
        return answer.token().toLowerCase(Locale.ROOT);
    }
}
