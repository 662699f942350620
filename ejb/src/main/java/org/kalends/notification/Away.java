package org.kalends.notification;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/** A relay, a messenger or a push service takes nothing now. Nothing is remembered; what was for it goes another time. */
@ApplicationException(rollback = true, inherited = true)
public abstract class Away extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected Away(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
