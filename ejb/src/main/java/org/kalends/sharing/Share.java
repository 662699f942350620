package org.kalends.sharing;

import org.kalends.identity.Principal;

/**
 * A calendar shared with a person or a group.
 *
 * @param answer whether he took it; what is shared in the browser needs none
 * @param summary what its owner called it for him; empty where he did not
 */
public record Share(Principal principal, Rights rights, Answer answer, String summary) {

    /** What came of an invitation to a calendar. */
    public enum Answer {
        AWAITED(0),
        ACCEPTED(1),
        DECLINED(2);

        private final int code;

        Answer(int code) {
            this.code = code;
        }

        /** As the column has it. */
        public int code() {
            return code;
        }

        public static Answer of(int code) {
            for (var answer : values()) if (answer.code == code) return answer;
            throw new IllegalArgumentException("There is no answer " + code);
        }
    }
}
