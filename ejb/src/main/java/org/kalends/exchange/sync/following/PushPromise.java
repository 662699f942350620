package org.kalends.exchange.sync.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.SubscribeOperations;
import org.kalends.exchange.sync.SyncSettings;
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
        var url = URI.create(callback.get().toString().replaceFirst("/+$", "") + "/" + token.value());
        var ids = folders.stream().map(Folder::id).toList();
        var asked = SubscribeOperations.push(ids, settings.heartbeat(), url);
        var id = SubscribeOperations.id(
                exchange.askAll(asked, subscription.mailbox().value()).get(0));
        promises.promised(held, token.hash(), id, clock.instant());
    }

    private boolean holds(@Nullable String promise, @Nullable Instant heard) {
        return promise != null
                && heard != null
                && heard.plus(settings.silence()).isAfter(clock.instant());
    }
}
