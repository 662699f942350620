package org.kalends.exchange.sim;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** FindItem with a CalendarView: what a person would see, expanded day by day and by nothing that Kalends has. */
final class ViewAnswers {

    private static final Duration TWO_YEARS = Duration.ofDays(731);
    private static final int FAR = 3_000;

    /** Those that items of tests have. */
    private static final Map<String, ZoneId> ZONES = Map.of(
            "Russian Standard Time", ZoneId.of("Europe/Moscow"), "W. Europe Standard Time", ZoneId.of("Europe/Berlin"));

    private ViewAnswers() {}

    private record Occurrence(String id, SimItem item, Instant start, Instant end) {

        String xml() {
            return "<t:CalendarItem><t:ItemId Id=\"" + id + "\" ChangeKey=\"1\"/><t:Subject>" + item.content("Subject")
                    + "</t:Subject><t:UID>" + item.content("UID") + "</t:UID></t:CalendarItem>";
        }
    }

    static String view(Element request, SimMailbox mailbox) {
        var view = (Element) request.getElementsByTagNameNS(EwsSchema.MESSAGES, "CalendarView")
                .item(0);
        var from = Instant.parse(view.getAttribute("StartDate"));
        var to = Instant.parse(view.getAttribute("EndDate"));
        if (Duration.between(from, to).compareTo(TWO_YEARS) > 0)
            throw new IllegalArgumentException("the view is too big");
        int most = Integer.parseInt(view.getAttribute("MaxEntriesReturned"));
        var all = mailbox.items(EwsSchema.attribute(request, "FolderId", "Id")).stream()
                .flatMap(item -> occurrences(item, mailbox))
                .filter(one -> one.start().isBefore(to) && one.end().isAfter(from))
                .sorted(Comparator.comparing(Occurrence::start))
                .toList();
        var shown = all.subList(0, Math.min(most, all.size()));
        return "<m:FindItemResponse><m:ResponseMessages><m:FindItemResponseMessage ResponseClass=\"Success\">"
                + "<m:ResponseCode>NoError</m:ResponseCode><m:RootFolder TotalItemsInView=\"" + all.size()
                + "\" IncludesLastItemInRange=\"" + (shown.size() == all.size()) + "\"><t:Items>"
                + shown.stream().map(Occurrence::xml).collect(joining())
                + "</t:Items></m:RootFolder></m:FindItemResponseMessage></m:ResponseMessages></m:FindItemResponse>";
    }

    private static Stream<Occurrence> occurrences(SimItem item, SimMailbox mailbox) {
        var start = Instant.parse(item.content("Start"));
        var end = Instant.parse(item.content("End"));
        if (item.content("Recurrence").isEmpty()) return Stream.of(new Occurrence(item.id(), item, start, end));
        var length = Duration.between(start, end);
        var deleted = item.content("DeletedOccurrences");
        var changed = item.content("ModifiedOccurrences");
        return starts(item, start)
                .filter(one -> !deleted.contains("<t:Start>" + one + "</t:Start>"))
                .map(one -> changed.contains("<t:OriginalStart>" + one + "</t:OriginalStart>")
                        ? changed(item, mailbox, changed, one)
                        : new Occurrence(item.id() + "." + one, item, one, one.plus(length)));
    }

    private static Occurrence changed(SimItem series, SimMailbox mailbox, String all, Instant original) {
        var before = all.substring(0, all.indexOf("<t:OriginalStart>" + original));
        int id = before.lastIndexOf("Id=\"") + 4;
        var item = mailbox.item(before.substring(id, before.indexOf('"', id))).orElseThrow();
        return new Occurrence(
                item.id(), series, Instant.parse(item.content("Start")), Instant.parse(item.content("End")));
    }

    private static Stream<Instant> starts(SimItem item, Instant start) {
        var rule = item.content("Recurrence");
        var zone = zone(item);
        var first = LocalDateTime.ofInstant(start, zone);
        long most = value(rule, "NumberOfOccurrences").map(Long::parseLong).orElse((long) FAR);
        var last = value(rule, "EndDate")
                .map(text -> LocalDate.parse(text.substring(0, 10)))
                .orElse(LocalDate.MAX);
        return Stream.iterate(first.toLocalDate(), day -> day.plusDays(1))
                .limit(FAR)
                .filter(day -> matches(rule, first.toLocalDate(), day))
                .limit(most)
                .takeWhile(day -> !day.isAfter(last))
                .map(day -> day.atTime(first.toLocalTime()).atZone(zone).toInstant());
    }

    private static boolean matches(String rule, LocalDate first, LocalDate day) {
        long interval = value(rule, "Interval").map(Long::parseLong).orElse(1L);
        if (rule.contains("DailyRecurrence")) return (day.toEpochDay() - first.toEpochDay()) % interval == 0;
        if (rule.contains("WeeklyRecurrence")) {
            long weeks = (monday(day) - monday(first)) / 7;
            return weeks % interval == 0 && days(rule).contains(day.getDayOfWeek());
        }
        if (!rule.contains("AbsoluteMonthly"))
            throw new IllegalArgumentException("a rule that is not expanded: " + rule);
        int wanted = value(rule, "DayOfMonth").map(Integer::parseInt).orElseThrow();
        long months = (day.getYear() - first.getYear()) * 12L + day.getMonthValue() - first.getMonthValue();
        return months % interval == 0 && day.getDayOfMonth() == Math.min(wanted, day.lengthOfMonth());
    }

    private static long monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY).toEpochDay();
    }

    private static Set<DayOfWeek> days(String rule) {
        return Arrays.stream(value(rule, "DaysOfWeek").orElseThrow().split(" "))
                .map(name -> DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static ZoneId zone(SimItem item) {
        return ZONES.getOrDefault(item.zoneId(), ZoneOffset.UTC);
    }

    private static Optional<String> value(String xml, String element) {
        var found = Pattern.compile("<t:" + element + ">([^<]*)</t:").matcher(xml);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
