package org.kalends.exchange.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.ews.Reply;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.folder.store.LoneStore;
import org.kalends.exchange.folder.store.SpreadStore;
import org.kalends.exchange.folder.store.TakenStore;
import org.kalends.exchange.item.CalendarItem;
import org.kalends.exchange.item.ItemId;
import org.kalends.exchange.item.ItemReader;
import org.kalends.exchange.item.ItemRequest;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Principal;

/**
 * Asks Exchange for a page of a calendar: which items there are, then for those that are new, then for the instances of
 * these that have items of their own.
 */
@ApplicationScoped
public class PageReading {

    private static final int PAGE = 100;

    @Inject
    EwsClient exchange;

    @Inject
    TakenStore taken;

    @Inject
    LoneStore lone;

    @Inject
    SpreadStore spread;

    @Inject
    ItemFiles files;

    /**
     * Where a page is read from.
     *
     * @param mailbox whose calendar it is, by its address there
     * @param syncState Exchange's word for the place; null for the beginning
     * @param beforeEach run before each question, as they may take long
     */
    public record From(
            Principal owner,
            CalendarAddress mailbox,
            Folder folder,
            Window window,
            @Nullable String syncState,
            Runnable beforeEach) {}

    /**
     * @throws ExchangeRefused if the whole is refused
     * @throws ExchangeAway if it could not be asked
     */
    public FolderPage read(From from) {
        from.beforeEach().run();
        var answer = exchange.askAll(changes(from), from.mailbox().value()).get(0);
        var ids = present(answer);
        var known = known(from.owner().id(), ids.stream().map(ItemId::id).toList());
        var fresh = ids.stream()
                .filter(id -> !id.changeKey().equals(known.get(id.id())))
                .toList();
        var reader = new ItemReader(from.mailbox(), from.owner().zone());
        var page = new PageBuilder(from.folder(), reader, from.window());
        var items = items(from, fresh, page);
        var changed = items.stream()
                .flatMap(item -> item.changed().keySet().stream())
                .map(id -> new ItemId(id, ""))
                .toList();
        var instances = items(from, changed, page).stream()
                .collect(Collectors.toMap(item -> item.id().id(), Function.identity(), (one, other) -> one));
        page.series(items, instances);
        return files.weighed(
                page.page(ids.stream().map(ItemId::id).toList(), ids.size() - fresh.size(), gone(answer), answer));
    }

    /** Change keys of all that is here, and of what stands for something that is here. */
    private Map<String, String> known(UUID home, List<String> items) {
        var known = new HashMap<>(taken.changeKeys(home, items));
        lone.ofItems(home, items)
                .forEach(one -> known.put(one.item().id(), one.item().changeKey()));
        spread.ofItems(home, items)
                .forEach(one -> known.put(one.item().id(), one.item().changeKey()));
        return known;
    }

    private static Element changes(From from) {
        var parts = new ArrayList<>(List.of(
                Element.of("m:ItemShape", Element.text("t:BaseShape", "IdOnly")),
                Element.of(
                        "m:SyncFolderId",
                        Element.of("t:FolderId").with("Id", from.folder().id()))));
        if (from.syncState() != null) parts.add(Element.text("m:SyncState", from.syncState()));
        parts.add(Element.text("m:MaxChangesReturned", Integer.toString(PAGE)));
        return Element.of("m:SyncFolderItems", parts);
    }

    private static List<ItemId> present(Element answer) {
        return answer.child("m:Changes").stream()
                .flatMap(changes -> changes.children().stream())
                .filter(change ->
                        change.name().equals("t:Create") || change.name().equals("t:Update"))
                .flatMap(change -> change.children().stream())
                .flatMap(item -> ItemId.of(item).stream())
                .toList();
    }

    private static List<String> gone(Element answer) {
        return answer.child("m:Changes").stream()
                .flatMap(changes -> changes.children().stream())
                .filter(change -> change.name().equals("t:Delete"))
                .flatMap(change -> ItemId.of(change).stream())
                .map(ItemId::id)
                .toList();
    }

    private List<CalendarItem> items(From from, Collection<ItemId> ids, PageBuilder page) {
        var all = List.copyOf(ids);
        var read = new ArrayList<CalendarItem>();
        for (int first = 0; first < all.size(); first += ItemRequest.MOST) {
            var asked = all.subList(first, Math.min(all.size(), first + ItemRequest.MOST));
            from.beforeEach().run();
            var replies = exchange.ask(ItemRequest.of(asked), from.mailbox().value());
            if (replies.size() != asked.size()) throw tooFew(replies.get(0));
            for (int i = 0; i < asked.size(); i++) {
                page.item(asked.get(i), replies.get(i)).ifPresent(read::add);
            }
        }
        return read;
    }

    private static RuntimeException tooFew(Reply first) {
        return first instanceof Reply.Refused refused
                ? new ExchangeRefused(refused)
                : new ExchangeAway("Exchange answers to fewer items than it was asked for");
    }
}
