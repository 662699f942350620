package org.kalends.exchange.item;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kalends.icalendar.Uid;

/**
 * The UID of an item. An instance to which somebody is invited without the series has the series' own with its day in it.
 *
 * @param series the UID without a day
 * @param day of the instance, in the zone of the series; empty for whole series and single ones
 * @see <a href="https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-oxocal/">MS-OXOCAL, 2.2.1.27 (PidLidGlobalObjectId)</a>
 */
record GlobalObjectId(Uid series, Optional<LocalDate> day) {

    private static final Pattern FORM =
            Pattern.compile("(040000008200E00074C5B7101A82E008)(\\p{XDigit}{4})(\\p{XDigit}{2})(\\p{XDigit}{2})(.*)");

    private static final String NO_DAY = "00000000";

    static GlobalObjectId of(String uid) {
        var parts = FORM.matcher(uid);
        if (!parts.matches()) return new GlobalObjectId(new Uid(uid), Optional.empty());
        return day(parts.group(2), parts.group(3), parts.group(4))
                .map(day -> new GlobalObjectId(new Uid(parts.group(1) + NO_DAY + parts.group(5)), Optional.of(day)))
                .orElseGet(() -> new GlobalObjectId(new Uid(uid), Optional.empty()));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(Integer.parseInt(year, 16), Integer.parseInt(month, 16), Integer.parseInt(day, 16)));
        } catch (DateTimeException e) {
            return Optional.empty(); // most have zeroes there
        }
    }
}
