package org.kalends.messenger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.identity.Secret;

/** What a button says when it is pressed; its token names the event and who is asked, and it says nothing else. */
record Reply(Secret token, ParticipationStatus status) {

    /** In the order of the buttons. */
    static final List<ParticipationStatus> CHOICES =
            List.of(ParticipationStatus.ACCEPTED, ParticipationStatus.TENTATIVE, ParticipationStatus.DECLINED);

    private static final char BETWEEN = ':';

    /** {@code token:accepted}. */
    String data() {
        return token.value() + BETWEEN + status.token().toLowerCase(Locale.ROOT);
    }

    /** Empty for what no button of ours says. */
    static Optional<Reply> of(String data) {
        int at = data.indexOf(BETWEEN);
        if (at < 1) return Optional.empty();
        var said = data.substring(at + 1);
        return CHOICES.stream()
                .filter(status -> status.token().equalsIgnoreCase(said))
                .map(status -> new Reply(new Secret(data.substring(0, at)), status))
                .findFirst();
    }
}
