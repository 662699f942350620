package org.kalends.outbox.jms;

import org.jspecify.annotations.Nullable;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/** The broker does not answer; whatever was asked may be asked again. */
public class BrokerUnreachable extends CalendarException {

    public BrokerUnreachable(String detail) {
        this(detail, null);
    }

    public BrokerUnreachable(String detail, @Nullable Throwable cause) {
        super(Problem.UNAVAILABLE, detail);
        if (cause != null) initCause(cause);
    }
}
