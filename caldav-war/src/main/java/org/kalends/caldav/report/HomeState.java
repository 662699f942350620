package org.kalends.caldav.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.kalends.caldav.resource.Kind;
import org.kalends.caldav.resource.Resource;
import org.kalends.calendar.CalendarCollection;

/**
 * Which collections a home holds and how each of them stands. The token tells all of it, so nothing is stored: a home
 * has a few members, and shares come and go in other homes.
 *
 * @param marks by the last segment of the address, as it stands there
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6578#section-3.4">RFC 6578, 3.4</a>
 */
public record HomeState(UUID home, TreeMap<String, String> marks) {

    private static final String PREFIX = "urn:kalends:sync:1:home:";
    private static final int LONGEST = 1 << 20;
    private static final int MARK = 9;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    public static HomeState empty(UUID home) {
        return new HomeState(home, new TreeMap<>());
    }

    public static HomeState of(UUID home, List<Resource> members) {
        var state = empty(home);
        members.forEach(member -> state.marks.put(name(member), mark(member)));
        return state;
    }

    static String name(Resource member) {
        var segments = member.href().split("/");
        return segments[segments.length - 1];
    }

    /** Another one whenever anything that is told of the member is another. */
    private static String mark(Resource member) {
        if (member.kind() == Kind.OUTBOX || member.kind() == Kind.NOTIFICATIONS) return "-";
        var calendar = member.calendar();
        return hash(SyncTokens.of(calendar).text() + looks(calendar));
    }

    private static String looks(CalendarCollection calendar) {
        return "\n" + calendar.look() + calendar.zone() + calendar.transparent() + calendar.isDefault()
                + calendar.rights();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ENCODER.encodeToString(Arrays.copyOf(digest, MARK));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Empty where it is none of this home's. */
    public static Optional<HomeState> read(String token, UUID home) {
        var prefix = PREFIX + home + ":";
        if (!token.startsWith(prefix)) return Optional.empty();
        try {
            var packed = Base64.getUrlDecoder().decode(token.substring(prefix.length()));
            var octets = new InflaterInputStream(new ByteArrayInputStream(packed)).readNBytes(LONGEST);
            var state = empty(home);
            for (var line : new String(octets, StandardCharsets.UTF_8).split("\n")) {
                int space = line.indexOf(' ');
                if (space > 0) state.marks.put(line.substring(0, space), line.substring(space + 1));
            }
            return Optional.of(state);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public String token() {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            for (var mark : marks.entrySet()) {
                out.write((mark.getKey() + " " + mark.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be written to", e);
        }
        return PREFIX + home + ":" + ENCODER.encodeToString(packed.toByteArray());
    }

    /** Names that are new, gone or another in {@code present}, in their order. */
    public List<String> differing(HomeState present) {
        var names = new java.util.TreeSet<>(marks.keySet());
        names.addAll(present.marks.keySet());
        return names.stream()
                .filter(name ->
                        !Optional.ofNullable(marks.get(name)).equals(Optional.ofNullable(present.marks.get(name))))
                .toList();
    }

    /** This one after a client has heard of those names. */
    public HomeState having(Map<String, String> present, List<String> told) {
        var state = new HomeState(home, new TreeMap<>(marks));
        for (var name : told) {
            var mark = present.get(name);
            if (mark == null) state.marks.remove(name);
            else state.marks.put(name, mark);
        }
        return state;
    }
}
