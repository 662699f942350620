package org.kalends.attachment;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file: both ends are inside.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, 14</a>
 */
public record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    public static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    public long length() {
        return last - first + 1;
    }

    /** What is asked for: one range; what is none, or several, is answered with the whole. */
    public static Optional<ByteRange> asked(@Nullable String header, long size) {
        var said = ONE.matcher(header == null ? "" : header.strip());
        if (!said.matches() || said.group(1).isEmpty() && said.group(2).isEmpty()) return Optional.empty();
        if (said.group(1).isEmpty()) {
            return Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(said.group(2))), size - 1));
        }
        var first = Long.parseLong(said.group(1));
        var last = said.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(said.group(2)));
        return !said.group(2).isEmpty() && Long.parseLong(said.group(2)) < first
                ? Optional.empty()
                : Optional.of(new ByteRange(first, last));
    }

    public boolean within(long size) {
        return first < size && first <= last;
    }

    /** Content-Range of an answer with this part, or of one that has nothing to give because it lies outside. */
    public String of(long size) {
        return "bytes " + (within(size) ? first + "-" + last : "*") + "/" + size;
    }
}
