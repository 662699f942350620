package org.kalends.outbox.jms;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.outbox.store.ConsumerFailureStore;

/**
 * Around a listener: remembers why it refused a message, then lets the refusal through. Dead letters are told with it;
 * the broker knows only that there was one.
 */
public class RefusalMemory {

    private static final Logger LOG = System.getLogger(RefusalMemory.class.getName());
    private static final int LONGEST = 500;
    private static final int DEEPEST = 20;

    @Inject
    ConsumerFailureStore failures;

    /** @throws Exception whatever the listener throws */
    @AroundInvoke
    @Nullable
    Object remember(InvocationContext listening) throws Exception {
        try {
            return listening.proceed();
        } catch (RuntimeException refused) {
            note((Message) listening.getParameters()[0], refused);
            throw refused;
        }
    }

    /** A database that is away may be the very reason; that must not hide it. */
    private void note(Message message, RuntimeException refused) throws JMSException {
        var home = message.getStringProperty(MessageProperties.HOME);
        var key = message.getStringProperty(MessageProperties.KEY);
        if (home == null || key == null) return;
        try {
            failures.note(UUID.fromString(home), key, reason(refused));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "It is not remembered why " + key + " was refused", e);
        }
    }

    /** The first cause says most, and names of classes say what kind of trouble it is. */
    static String reason(Throwable refused) {
        var cause = refused;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) cause = cause.getCause();
        var text = (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replace("\0", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
