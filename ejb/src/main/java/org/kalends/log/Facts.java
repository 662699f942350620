package org.kalends.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the work that this thread does: ids, never titles or other words of people. They travel as a map among a
 * record's parameters; Payara's JSON formatter makes members of the line of them.
 */
public final class Facts {

    public static final String REQUEST = "requestId";
    public static final String USER = "userId";
    public static final String EVENT = "eventUid";

    private static final ThreadLocal<Map<String, Object>> CURRENT = ThreadLocal.withInitial(LinkedHashMap::new);

    private Facts() {}

    /** What goes on from here on this thread has nothing to do with what was before. */
    public static void begin() {
        CURRENT.remove();
    }

    public static void note(String name, Object value) {
        CURRENT.get().put(name, value);
    }

    public static void log(Logger logger, Level level, String message, @Nullable Throwable thrown) {
        if (!logger.isLoggable(level)) return;
        var line = new LogRecord(level, message);
        line.setLoggerName(logger.getName());
        line.setThrown(thrown);
        line.setParameters(new Object[] {new LinkedHashMap<>(CURRENT.get())});
        logger.log(line);
    }
}
