package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.ItemReader;
import org.kalends.icalendar.Uid;
import org.kalends.identity.CalendarAddress;
import org.kalends.time.Interval;

/**
 * What Exchange shows of a calendar, instance by instance. It expands series by itself, so its counts are a proof of what
 * we made of the items.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/calendarview">CalendarView</a>
 */
@ApplicationScoped
public class CalendarView {

    /** More are never given at once. */
    private static final int MOST = 1_000;

    /** More than two years are refused. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofDays(92);

    @Inject
    EwsClient exchange;

    /**
     * What is looked at.
     *
     * @param beforeEach run before each question, as there may be many
     */
    public record Look(CalendarAddress mailbox, Folder folder, Interval range, Runnable beforeEach) {}

    /**
     * Instances of one event.
     *
     * @param item id of the first of them; of an event that is not repeated, the item's own
     */
    public record Shown(String item, String title, int instances) {

        private static Shown more(Shown one, Shown other) {
            return new Shown(one.item(), one.title(), one.instances() + other.instances());
        }
    }

    /**
     * By the events' UIDs.
     *
     * @throws org.kalends.exchange.ews.ExchangeRefused if it is refused
     * @throws org.kalends.exchange.ews.ExchangeAway if it could not be asked
     */
    public Map<Uid, Shown> shown(Look look) {
        var shown = new HashMap<Uid, Shown>();
        var seen = new HashSet<String>();
        var step = FIRST;
        for (var from = look.range().start(); from.isBefore(look.range().end()); ) {
            var until = earlier(from.plus(step), look.range().end());
            look.beforeEach().run();
            var part = exchange.askAll(
                            question(look, from, until), look.mailbox().value())
                    .get(0);
            boolean whole = part.all("m:RootFolder").anyMatch(root -> root.has("IncludesLastItemInRange", "true"));
            if (!whole && step.compareTo(SHORTEST) > 0) {
                step = step.dividedBy(2);
                continue;
            }
            count(part, seen, shown);
            from = until;
            if (step.multipliedBy(2).compareTo(LONGEST) <= 0) step = step.multipliedBy(2);
        }
        return shown;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** What lies in two parts is told in both. */
    private static void count(Element part, Set<String> seen, Map<Uid, Shown> shown) {
        part.all("t:CalendarItem").forEach(item -> ItemId.of(item).ifPresent(id -> {
            if (!seen.add(id.id())) return;
            var one = new Shown(id.id(), item.value("t:Subject").orElse(""), 1);
            shown.merge(ItemReader.uid(item, id), one, Shown::more);
        }));
    }

    private static Element question(Look look, Instant from, Instant until) {
        return Element.of(
                        "m:FindItem",
                        Element.of(
                                "m:ItemShape",
                                Element.text("t:BaseShape", "IdOnly"),
                                Element.of("t:AdditionalProperties", field("item:Subject"), field("calendar:UID"))),
                        Element.of("m:CalendarView")
                                .with("MaxEntriesReturned", Integer.toString(MOST))
                                .with("StartDate", from.toString())
                                .with("EndDate", until.toString()),
                        Element.of(
                                "m:ParentFolderIds",
                                List.of(Element.of("t:FolderId")
                                        .with("Id", look.folder().id()))))
                .with("Traversal", "Shallow");
    }

    private static Element field(String uri) {
        return Element.of("t:FieldURI").with("FieldURI", uri);
    }
}
