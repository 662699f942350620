package org.kalends.web.admin.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.Administration;
import org.kalends.identity.DirectoryRecord;
import org.kalends.identity.Principal.Kind;
import org.kalends.problem.CalendarException;
import org.kalends.web.event.Parameters;

/** A page of records; the cursor is the last login of the page before. */
record Paging(List<DirectoryRecord> items, @Nullable String nextCursor) {

    private static final int LONGEST = 200;

    /** What was asked for, as it came. */
    record Asked(@Nullable String query, @Nullable String limit, @Nullable String cursor) {}

    static Paging of(Administration administration, Kind kind, Asked asked) {
        int most = Parameters.limit(asked.limit());
        var query = asked.query() == null ? "" : asked.query();
        if (query.length() > LONGEST || query.indexOf('\0') >= 0) {
            throw CalendarException.invalid("q", "must have at most " + LONGEST + " characters");
        }
        var found = administration.list(kind, query, after(asked.cursor()), most + 1);
        if (found.size() <= most) return new Paging(found, null);
        var page = found.subList(0, most);
        var last = page.get(most - 1).draft().registration().login();
        return new Paging(
                page, Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
    }

    private static String after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return "";
        try {
            var login = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (login.indexOf('\0') < 0) return login;
        } catch (IllegalArgumentException e) {
            throw CalendarException.invalid("cursor", "is none that this list gave");
        }
        throw CalendarException.invalid("cursor", "is none that this list gave");
    }
}
