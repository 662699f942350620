package org.kalends.attachment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.attachments.*}.
 *
 * @param directory where files are kept, the same for all nodes; without one none is
 * @param linkLives how long a download link works
 * @param largestFile octets
 * @param mostPerEvent files of one event
 * @param scan command that looks through each file, word by word; empty for none
 * @param baseUrl how this server is reached
 */
public record AttachmentSettings(
        Optional<Path> directory, Duration linkLives, int largestFile, int mostPerEvent, List<String> scan, URI baseUrl)
        implements FeatureSettings {

    private static final int LARGEST = 1 << 30;
    private static final int MOST = 100;

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static AttachmentSettings from(Values values) {
        return new AttachmentSettings(
                values.text("kalends.attachments.directory").map(Path::of),
                values.duration("kalends.attachments.link-lives", "PT5M"),
                values.whole("kalends.attachments.largest-file", 1, LARGEST, "26214400"),
                values.whole("kalends.attachments.most-per-event", 1, MOST, "20"),
                values.text("kalends.attachments.scan-command")
                        .map(command -> List.of(command.strip().split("\\s+")))
                        .orElse(List.of()),
                values.address("kalends.base-url", "http://127.0.0.1:8080"));
    }
}
