package org.kalends.exchange.folder;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kalends.icalendar.Attendee.ParticipationStatus;

/**
 * What somebody says to an invitation.
 *
 * @param whole to all of it; empty where it is no invitation, or not answered yet
 * @param single to instances that are answered by themselves, by their places in the rule, or by the moments at which
 *     they would have begun where the rule is not known
 */
public record Answers(Optional<ParticipationStatus> whole, Map<String, ParticipationStatus> single) {

    /** To what nobody asks. */
    public static final Answers NONE = new Answers(Optional.empty(), Map.of());

    private static final String WHOLE = "answer";

    public Answers {
        single = Map.copyOf(single);
    }

    /** As they are kept among digests of parts. */
    public Map<String, String> digests() {
        var digests = new TreeMap<String, String>();
        whole.ifPresent(said -> digests.put(WHOLE, said.name()));
        single.forEach((instance, said) -> digests.put(name(instance), said.name()));
        return digests;
    }

    static String name(String instance) {
        return WHOLE + " " + instance;
    }

    /** Those among digests of parts. */
    public static Map<String, String> among(Map<String, String> parts) {
        var answers = new TreeMap<>(parts);
        answers.keySet().removeIf(name -> !name.startsWith(WHOLE));
        return answers;
    }

    /** To all of it, if that is another than what is known. */
    public Optional<ParticipationStatus> newWhole(Map<String, String> known) {
        return whole.filter(said -> !said.name().equals(known.get(WHOLE)));
    }

    /** To instances where it is another than what is known of them, or else of all. */
    public Map<String, ParticipationStatus> newSingle(Map<String, String> known) {
        var all = whole.map(Enum::name).orElse("");
        var differing = new TreeMap<>(single);
        differing.entrySet().removeIf(one -> one.getValue().name().equals(known.getOrDefault(name(one.getKey()), all)));
        return differing;
    }
}
