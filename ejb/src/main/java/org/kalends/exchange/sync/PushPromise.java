package org.kalends.exchange.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.ews.Element;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.sync.store.PushStore;
import org.kalends.exchange.sync.store.SubscriptionStore.Held;
import org.kalends.identity.Secret;

/**
 * Has Exchange promise to call when something changes in a mailbox. It forgets that when it does not reach us for some
 * time, and says nothing: who is silent for too long is asked anew.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/notification-subscriptions-mailbox-events-and-ews-in-exchange">Notification subscriptions</a>
 */
@ApplicationScoped
class PushPromise {

    private static final List<String> EVENTS =
            List.of("CreatedEvent", "DeletedEvent", "ModifiedEvent", "MovedEvent", "CopiedEvent");

    @Inject
    EwsClient exchange;

    @Inject
    PushStore promises;

    @Inject
    SyncSettings settings;

    @Inject
    Clock clock;

    /** Asks for it, unless it holds. */
    void ensure(Held held, List<Folder> folders) {
        var callback = settings.callback();
        var subscription = held.subscription();
        if (callback.isEmpty() || holds(subscription.pushId(), subscription.heard())) return;
        var token = Secret.random();
        var url = callback.get().toString().replaceFirst("/+$", "") + "/" + token.value();
        var answer = exchange.askAll(
                        request(folders, url), subscription.mailbox().value())
                .get(0);
        var id = answer.value("m:SubscriptionId")
                .orElseThrow(() -> new ExchangeAway("Exchange promises to call and does not say how it names that"));
        promises.promised(held, token.hash(), id, clock.instant());
    }

    private boolean holds(@Nullable String promise, @Nullable Instant heard) {
        return promise != null
                && heard != null
                && heard.plus(settings.silence()).isAfter(clock.instant());
    }

    private Element request(List<Folder> folders, String url) {
        var ids = folders.stream().map(folder -> Element.of("t:FolderId").with("Id", folder.id()));
        var events = EVENTS.stream().map(event -> Element.text("t:EventType", event));
        return Element.of(
                "m:Subscribe",
                Element.of(
                        "m:PushSubscriptionRequest",
                        Stream.of(
                                        Element.of("t:FolderIds", ids.toList()),
                                        Element.of("t:EventTypes", events.toList()),
                                        Element.text(
                                                "t:StatusFrequency",
                                                Long.toString(
                                                        settings.heartbeat().toMinutes())),
                                        Element.text("t:URL", url))
                                .toList()));
    }
}
