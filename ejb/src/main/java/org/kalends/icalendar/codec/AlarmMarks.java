package org.kalends.icalendar.codec;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Alarm.Channel;
import org.kalends.icalendar.AlarmRule;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Times;
import org.kalends.icalendar.Trigger;
import org.kalends.icalendar.text.Block;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.ContentReader;
import org.kalends.icalendar.text.Item;
import org.kalends.icalendar.text.Param;

/**
 * Marks in the text of an object that its reader has dealt with what the alarms on his screen told him. An alarm that he
 * put off is another that stands beside the first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9074#section-6">RFC 9074, 6 and 7</a>
 */
public final class AlarmMarks {

    private static final String RELATED = "RELATED-TO";

    private final Instant now;

    private AlarmMarks(Instant now) {
        this.now = now;
    }

    /**
     * The text where all that went off until now is settled.
     *
     * @param component RECURRENCE-ID of the component that the alarms stand in; null for the master
     */
    public static String dismissed(String text, @Nullable EventTime component, Instant now) {
        return edited(text, component, new AlarmMarks(now)::settled);
    }

    /** The same, where the alarm that went off last goes off again at a later moment. */
    public static String snoozed(String text, @Nullable EventTime component, AlarmRule alarm, Snooze snooze) {
        var marks = new AlarmMarks(snooze.now());
        return edited(text, component, event -> marks.putOff(event, alarm, snooze.until()));
    }

    /** From when until when an alarm is silent. */
    public record Snooze(Instant now, Instant until) {}

    private static String edited(String text, @Nullable EventTime component, UnaryOperator<Block> edit) {
        var calendar = ContentReader.calendar(text);
        var zones = ObjectZones.of(calendar);
        var wanted = Optional.ofNullable(component).map(time -> time.instant(ZoneOffset.UTC));
        return calendar.edit(items -> {
                    items.replaceAll(item -> item instanceof Block event
                                    && event.name().equals("VEVENT")
                                    && zones.instance(event).equals(wanted)
                            ? edit.apply(event)
                            : item);
                    return items;
                })
                .raw();
    }

    /** One that was put off and has gone off again is needed no more. */
    private Block settled(Block event) {
        return event.edit(items -> {
            items.removeIf(item -> item instanceof Block alarm && onScreen(alarm) && snooze(alarm) && over(alarm));
            items.replaceAll(item -> item instanceof Block alarm && onScreen(alarm) ? acknowledged(alarm) : item);
            return items;
        });
    }

    private Block putOff(Block event, AlarmRule rule, Instant until) {
        var found = event.blocks("VALARM")
                .filter(alarm -> AlarmRules.rule(alarm).filter(rule::sameTimes).isPresent())
                .findFirst();
        if (found.isEmpty()) return settled(event);
        var first = first(event, found.get());
        var named = first.line("UID").isPresent() ? first : first.edit(items -> adding(items, uid()));
        var again = again(named, until);
        return settled(event.edit(items -> {
                    items.replaceAll(item -> item == first ? named : item);
                    return items;
                }))
                .edit(items -> adding(items, again));
    }

    /** The alarm that one that was put off stands for; itself where there is none. */
    private static Block first(Block event, Block alarm) {
        if (!snooze(alarm)) return alarm;
        var uid = alarm.line(RELATED).map(ContentLine::value).orElse("");
        return event.blocks("VALARM")
                .filter(other -> other.line("UID")
                        .filter(line -> line.value().equals(uid))
                        .isPresent())
                .findFirst()
                .orElse(alarm);
    }

    private static Block again(Block first, Instant until) {
        var items = new ArrayList<Item>();
        items.add(uid());
        items.add(ContentLine.of("TRIGGER", Times.utc(until), Param.of("VALUE", "DATE-TIME")));
        first.line("UID")
                .map(uid -> ContentLine.of(RELATED, uid.value(), Param.of("RELTYPE", "SNOOZE")))
                .ifPresent(items::add);
        first.lines()
                .filter(line ->
                        List.of("ACTION", "DESCRIPTION", AlarmReader.CHANNEL).contains(line.name()))
                .forEach(items::add);
        return Block.of("VALARM", items);
    }

    private Block acknowledged(Block alarm) {
        return alarm.edit(items -> {
            items.removeIf(item -> item.name().equals("ACKNOWLEDGED"));
            return adding(items, ContentLine.of("ACKNOWLEDGED", Times.utc(now)));
        });
    }

    private boolean over(Block alarm) {
        return AlarmRules.rule(alarm)
                .filter(rule -> rule.triggers().stream().noneMatch(this::ahead))
                .isPresent();
    }

    private boolean ahead(Trigger trigger) {
        return trigger.match(offset -> true, offset -> true, moment -> moment.isAfter(now));
    }

    private static boolean onScreen(Block alarm) {
        return alarm.name().equals("VALARM")
                && AlarmReader.channel(alarm).filter(Channel.BROWSER::equals).isPresent();
    }

    private static boolean snooze(Block alarm) {
        return alarm.lines(RELATED).anyMatch(line -> line.paramValue("RELTYPE").equalsIgnoreCase("SNOOZE"));
    }

    private static ContentLine uid() {
        return ContentLine.of("UID", UUID.randomUUID().toString());
    }

    private static List<Item> adding(List<Item> items, Item more) {
        items.add(more);
        return items;
    }
}
