package org.kalends.caldav.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An address below the context root, taken apart.
 *
 * @param segments decoded
 * @param slash whether it ends in one, as those of collections do
 */
public record DavPath(List<String> segments, boolean slash) {

    private static final String UNRESERVED = "-._~!$'()*+,=:@";
    private static final String HEX = "0123456789ABCDEF";
    private static final int LONGEST_SEGMENT = 255;

    public DavPath {
        segments = List.copyOf(segments);
    }

    /**
     * @param raw as it was requested, below the context root
     * @throws Refusal 400 for double slashes, dot segments, encoded slashes, NUL and broken encoding
     */
    public static DavPath parse(String raw) {
        if (raw.isEmpty() || raw.equals("/")) return new DavPath(List.of(), true);
        if (!raw.startsWith("/")) throw Refusal.badRequest("The path does not begin with a slash");
        boolean slash = raw.endsWith("/");
        var segments = new ArrayList<String>();
        for (var part :
                raw.substring(1, slash ? raw.length() - 1 : raw.length()).split("/", -1)) {
            segments.add(segment(part));
        }
        return new DavPath(segments, slash);
    }

    private static String segment(String part) {
        var decoded = decode(part);
        if (decoded.isEmpty() || decoded.equals(".") || decoded.equals("..")) {
            throw Refusal.badRequest("The path has an empty or a dot segment");
        }
        if (decoded.indexOf('/') >= 0 || decoded.indexOf('\0') >= 0) {
            throw Refusal.badRequest("The path has an encoded slash or NUL");
        }
        if (decoded.getBytes(StandardCharsets.UTF_8).length > LONGEST_SEGMENT) {
            throw Refusal.badRequest("A segment of the path is longer than " + LONGEST_SEGMENT + " octets");
        }
        return decoded;
    }

    private static String decode(String part) {
        if (part.indexOf('%') < 0 && part.chars().allMatch(c -> c < 0x80)) return part;
        var octets = new ByteArrayOutputStream(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c != '%') {
                octets.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            octets.write(hex(part, i + 1) << 4 | hex(part, i + 2));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest("The path is not UTF-8");
        }
    }

    private static int hex(String part, int at) {
        int digit = at < part.length() ? Character.digit(part.charAt(at), 16) : -1;
        if (digit < 0) throw Refusal.badRequest("The path has a broken percent-encoding");
        return digit;
    }

    /** A segment as it stands in an address. */
    public static String encode(String segment) {
        if (plain(segment)) return segment;
        var text = new StringBuilder(segment.length());
        for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (unreserved(c)) text.append(c);
            else text.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
        return text.toString();
    }

    private static boolean plain(String segment) {
        for (int i = 0; i < segment.length(); i++) if (!unreserved(segment.charAt(i))) return false;
        return true;
    }

    private static boolean unreserved(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
    }

    public int length() {
        return segments.size();
    }

    public String segment(int index) {
        return segments.get(index);
    }
}
