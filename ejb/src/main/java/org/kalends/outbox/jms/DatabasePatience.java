package org.kalends.outbox.jms;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kalends.database.DatabaseAway;
import org.kalends.database.DatabaseReturn;

/**
 * Around a listener: if the database goes while it works, the message is held until it is back and then taken once more,
 * as the broker would bring it again. The broker's pauses grow with each refusal and would outlast a short absence, and
 * hundreds of refusals a second hinder the database in coming back.
 */
public class DatabasePatience {

    /** No longer, as a node that stops waits for its listeners; the broker's pauses are for the rest. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Inject
    DatabaseReturn database;

    /** @throws Exception whatever the listener throws */
    @AroundInvoke
    @Nullable
    Object await(InvocationContext listening) throws Exception {
        try {
            return listening.proceed();
        } catch (RuntimeException failed) {
            if (!DatabaseAway.isWhy(failed) || !database.within(LONGEST)) throw failed;
            return listening.proceed();
        }
    }
}
