package org.kalends.figures;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;
import org.kalends.problem.CalendarException;

/**
 * Interceptor of boundaries: how often each method was called, how long it took, and what came of it. The figure is
 * named after the class ({@code EventEditing}: {@code kalends_event_editing}), its tags are the method and the result:
 * the name of a sealed outcome, the kind of refusal, {@code done}, or {@code failed}.
 */
public class WorkFigures {

    @Inject
    Figures figures;

    @AroundInvoke
    @Nullable
    Object measure(InvocationContext call) throws Exception {
        long began = System.nanoTime();
        var result = "failed";
        try {
            var outcome = call.proceed();
            result = outcome == null || !isOneOfSeveral(outcome) ? "done" : words(outcome.getClass(), '-');
            return outcome;
        } catch (CalendarException refused) {
            result = refused.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw refused;
        } finally {
            var method = call.getMethod();
            figures.took(
                    "kalends_" + words(method.getDeclaringClass(), '_'),
                    Duration.ofNanos(System.nanoTime() - began),
                    new Tag("act", method.getName()),
                    new Tag("result", result));
        }
    }

    private static boolean isOneOfSeveral(Object outcome) {
        var within = outcome.getClass().getEnclosingClass();
        return within != null && within.isSealed();
    }

    private static String words(Class<?> type, char between) {
        return type.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", String.valueOf(between))
                .toLowerCase(Locale.ROOT);
    }
}
