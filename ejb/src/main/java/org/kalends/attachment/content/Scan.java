package org.kalends.attachment.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.attachment.AttachmentSettings;
import org.kalends.figures.Figures;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * Has a command look through each file before it is kept, such as {@code clamdscan --fdpass --no-summary}: the file's path
 * is its last argument, exit status 0 means clean, 1 that it is refused, anything else that it could not tell. What could
 * not be looked through is not kept.
 */
@ApplicationScoped
public class Scan {

    private static final Logger LOG = System.getLogger(Scan.class.getName());
    private static final long LONGEST_SECONDS = 60;

    @Inject
    AttachmentSettings settings;

    @Inject
    Figures figures;

    /** @throws CalendarException 403 if it is refused, 503 if nobody could tell */
    void refuse(Path file, String name) {
        if (settings.scan().isEmpty()) return;
        int status = status(settings.scan(), file);
        count(status == 0 ? "clean" : status == 1 ? "refused" : "failed");
        if (status == 1) {
            LOG.log(Level.WARNING, "A file was refused by the scan");
            throw new CalendarException(Problem.FORBIDDEN, "The file " + name + " was found harmful and is not kept");
        }
        if (status != 0) {
            throw new CalendarException(Problem.UNAVAILABLE, "Files cannot be looked through now; try again later");
        }
    }

    private static int status(List<String> scan, Path file) {
        var command = new ArrayList<>(scan);
        command.add(file.toString());
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            if (process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) return process.exitValue();
            process.destroyForcibly();
            LOG.log(Level.WARNING, "The scan of a file takes too long");
            return -1;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The scan of files cannot be run", e);
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void count(String result) {
        figures.count("kalends_file_scans", new Tag("result", result));
    }
}
