package org.kalends.caldav.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If}: lists of conditions of which one must hold as a whole.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4918#section-10.4">RFC 4918, 10.4</a>
 */
public record IfHeader(List<Conjunction> lists) {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<open>\\()|(?<close>\\))|(?<not>[Nn][Oo][Tt])(?=[\\s<\\[])|<(?<angle>[^<>\\s]+)>"
                    + "|\\[\\s*(?<etag>(?:W/)?\"[^\"]*\")\\s*\\])\\s*");

    /**
     * Conditions that must hold together.
     *
     * @param resource the address that they are about; null for that of the request
     */
    public record Conjunction(@Nullable String resource, List<Condition> conditions) {}

    /** Whether the resource is to be in that state or in any other. */
    public enum Sense {
        IS,
        IS_NOT
    }

    /** One state of a resource. */
    public sealed interface Condition {
        Sense sense();

        String value();
    }

    /** @param value with its quotation marks */
    public record EntityTag(Sense sense, String value) implements Condition {}

    /** A state token: of a lock, of which there are none, or of a synchronisation (RFC 6578, 5). */
    public record StateToken(Sense sense, String value) implements Condition {}

    public IfHeader {
        lists = List.copyOf(lists);
    }

    /** @throws Refusal 400 where it is none */
    public static IfHeader parse(String header) {
        return new Reading(header).lists();
    }

    /** One pass over the header. */
    private static final class Reading {
        private final String header;
        private final List<Conjunction> lists = new ArrayList<>();
        private @Nullable String resource;
        private boolean untagged;
        private @Nullable List<Condition> open;
        private Sense sense = Sense.IS;

        Reading(String header) {
            this.header = header;
        }

        IfHeader lists() {
            var token = TOKEN.matcher(header);
            int at = 0;
            while (at < header.length()) {
                if (!token.find(at) || token.start() != at) throw malformed();
                if (token.group("open") != null) begin();
                else if (token.group("close") != null) end();
                else if (token.group("not") != null) negate();
                else if (token.group("etag") != null) add(new EntityTag(sense, token.group("etag")));
                else angle(token.group("angle"));
                at = token.end();
            }
            if (open != null || lists.isEmpty() || untagged && resource != null) throw malformed();
            return new IfHeader(lists);
        }

        private void begin() {
            if (open != null) throw malformed();
            untagged |= resource == null;
            open = new ArrayList<>();
        }

        private void end() {
            if (open == null || open.isEmpty() || sense == Sense.IS_NOT) throw malformed();
            lists.add(new Conjunction(resource, List.copyOf(open)));
            open = null;
        }

        private void negate() {
            if (open == null || sense == Sense.IS_NOT) throw malformed();
            sense = Sense.IS_NOT;
        }

        private void angle(String value) {
            if (open != null) add(new StateToken(sense, value));
            else resource = value;
        }

        private void add(Condition condition) {
            if (open == null) throw malformed();
            open.add(condition);
            sense = Sense.IS;
        }

        private static Refusal malformed() {
            return Refusal.badRequest("The header If is not as RFC 4918, 10.4.2 has it");
        }
    }
}
