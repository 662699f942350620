package org.kalends.messenger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.kalends.identity.Principal;
import org.kalends.messenger.Messenger.Happening.Press;
import org.kalends.notification.wording.CardWords;
import org.kalends.outbox.Processed;
import org.kalends.scheduling.AttendeeReplies.Answer;
import org.kalends.scheduling.RsvpAnswers;
import org.kalends.scheduling.RsvpAnswers.Invited;

/**
 * Takes answers by buttons. The token names who is asked, the messenger says who pressed: both must be the same person.
 * The answer and the memory of the press commit together.
 */
@Stateless
public class Presses {

    /** Presses belong to no home before they are understood. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String CONSUMER = "press";

    @Inject
    Processed processed;

    @Inject
    RsvpAnswers answers;

    @Inject
    Accounts accounts;

    /**
     * What came of a press.
     *
     * @param result {@code answered}, {@code repeated}, {@code foreign}, {@code gone}, {@code cancelled}, {@code moved}
     * @param words for who pressed
     */
    public record Heard(String result, String words) {}

    /** Stores the answer, if it is one. */
    public Heard take(Press press) {
        var reply = Reply.of(press.data());
        var invited = reply.flatMap(said -> answers.look(said.token()));
        var reader = invited.map(Invited::reader);
        if (reader.isEmpty()) return refused("gone", Locale.ENGLISH);
        var person = reader.get();
        if (!accounts.isOf(person, press.person())) return refused("foreign", person.language());
        if (invited.get().cancelled()) return refused("cancelled", person.language());
        if (invited.get().changed()) return refused("moved", person.language());
        return answer(press, reply.get(), person);
    }

    private Heard answer(Press press, Reply reply, Principal person) {
        var words = new CardWords(person.language()).mine(reply.status());
        if (!processed.once(NOBODY, CONSUMER, press.query())) return new Heard("repeated", words);
        answers.answer(reply.token(), new Answer(reply.status(), null, null));
        return new Heard("answered", words);
    }

    private static Heard refused(String end, Locale language) {
        return new Heard(end, new CardWords(language).refused(end));
    }
}
