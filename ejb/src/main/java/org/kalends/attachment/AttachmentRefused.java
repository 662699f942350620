package org.kalends.attachment;

import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** A file that may not be brought into an event; nothing was changed. */
public class AttachmentRefused extends CalendarException {

    private final Reason reason;

    /** Why; named as the preconditions of RFC 8607, 3.11. */
    public enum Reason {
        MAX_ATTACHMENT_SIZE(Problem.TOO_LARGE),
        MAX_ATTACHMENTS_PER_RESOURCE(Problem.CONFLICT),
        VALID_MANAGED_ID(Problem.NOT_FOUND),
        VALID_MANAGED_ID_PARAMETER(Problem.FORBIDDEN),
        VALID_RID(Problem.NOT_FOUND),
        VALID_ACTION(Problem.VALIDATION);

        private final Problem problem;

        Reason(Problem problem) {
            this.problem = problem;
        }
    }

    public AttachmentRefused(Reason reason, String detail) {
        super(reason.problem, detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
