package org.kalends.exchange.item;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kalends.exchange.ews.xml.Element;

/**
 * A zone as Exchange defines it, for those that nobody has a name for.
 *
 * @param periods offsets by their id
 * @param groups what recurs each year, by the group's id
 * @param eras which group holds from when, in order; the first one from ever
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/starttimezone">StartTimeZone</a>
 */
record ZoneDefinition(Map<String, ZoneOffset> periods, Map<String, List<Change>> groups, List<Era> eras) {

    /** From when a group holds. */
    record Era(LocalDateTime from, String group) {}

    /** When in each year another period begins. */
    record Change(String period, Duration time, Element rule) {

        LocalDateTime in(int year) {
            if (rule.child("t:Month").isEmpty()) return Year.of(year).atDay(1).atStartOfDay();
            var month = LocalDate.of(year, number("t:Month"), 1);
            var day = rule.child("t:Day").isPresent() ? month.withDayOfMonth(number("t:Day")) : weekday(month);
            return day.atStartOfDay().plus(time);
        }

        private LocalDate weekday(LocalDate month) {
            var name = rule.value("t:DayOfWeek").orElseThrow().toUpperCase(Locale.ROOT);
            return month.with(TemporalAdjusters.dayOfWeekInMonth(number("t:Occurrence"), DayOfWeek.valueOf(name)));
        }

        private int number(String name) {
            return Integer.parseInt(rule.value(name).orElseThrow().strip());
        }
    }

    /** @throws RuntimeException of some kind if it is no definition */
    static ZoneDefinition read(Element zone) {
        var periods = zone.all("t:Period")
                .collect(Collectors.toMap(
                        period -> period.attribute("Id").orElse(""),
                        period -> offset(period.attribute("Bias").orElseThrow()),
                        (one, other) -> one));
        var groups = zone.all("t:TransitionsGroup")
                .collect(Collectors.toMap(
                        group -> group.attribute("Id").orElse(""),
                        group -> group.children().stream()
                                .map(ZoneDefinition::change)
                                .toList(),
                        (one, other) -> one));
        var eras = zone.child("t:Transitions").stream()
                .flatMap(transitions -> transitions.children().stream())
                .map(era -> new Era(
                        era.value("t:DateTime")
                                .map(text -> LocalDateTime.parse(text.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", "")))
                                .orElse(LocalDateTime.MIN),
                        era.value("t:To").orElse("")))
                .sorted(Comparator.comparing(Era::from))
                .toList();
        return new ZoneDefinition(periods, groups, eras);
    }

    private static Change change(Element rule) {
        var time = rule.value("t:TimeOffset").map(Duration::parse).orElse(Duration.ZERO);
        return new Change(rule.value("t:To").orElseThrow(), time, rule);
    }

    /** A bias is what is missing to UTC. */
    private static ZoneOffset offset(String bias) {
        return ZoneOffset.ofTotalSeconds((int) -Duration.parse(bias).toSeconds());
    }

    ZoneOffset offset(Instant moment) {
        var utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        var changes = groups.getOrDefault(group(utc), List.of()).stream()
                .sorted(Comparator.comparing(change -> change.in(utc.getYear())))
                .toList();
        var current = period(changes.get(changes.size() - 1));
        for (var change : changes) {
            if (change.in(utc.getYear()).toInstant(current).isAfter(moment)) break;
            current = period(change);
        }
        return current;
    }

    private ZoneOffset period(Change change) {
        return periods.getOrDefault(change.period(), ZoneOffset.UTC);
    }

    private String group(LocalDateTime moment) {
        var group = eras.get(0).group();
        for (var era : eras) if (!era.from().isAfter(moment)) group = era.group();
        return group;
    }
}
