package org.kalends.exchange.listening;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.EwsStream;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.ews.SubscribeOperations;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.listening.store.StreamStore;
import org.kalends.exchange.listening.store.StreamStore.Listened;

/** One connection, with the mailboxes that it tells of. It is opened anew whenever Exchange closes it. */
final class Connection {

    /** As long as Exchange allows. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** For how long a mailbox that Exchange does not give us is left out. */
    private static final Duration APART = Duration.ofMinutes(10);

    private static final String OK = "NoError";

    private final UUID stream;
    private final EwsClient exchange;
    private final StreamStore streams;
    private final Clock clock;

    /** Exchange's names for what it tells of, by home. */
    private final Map<UUID, String> subscriptions = new HashMap<>();

    private final Map<UUID, Listened> members = new HashMap<>();

    /** The mailbox that stands for all, so that one server of Exchange has all of them; empty before there is one. */
    private String anchor = "";

    private volatile @Nullable EwsStream now;
    private volatile boolean closed;
    private volatile int mailboxes;

    Connection(UUID stream, EwsClient exchange, StreamStore streams, Clock clock) {
        this.stream = stream;
        this.exchange = exchange;
        this.streams = streams;
        this.clock = clock;
    }

    int mailboxes() {
        return mailboxes;
    }

    /** Until there is no mailbox any more, or somebody closes it. */
    void listen() {
        while (!closed) {
            streams.fill(stream, clock.instant());
            subscribe();
            if (subscriptions.isEmpty()) return;
            var question = SubscribeOperations.open(subscriptions.values(), LONGEST);
            try (var opened = exchange.listen(question, anchor)) {
                now = opened;
                streams.changed(subscriptions.keySet(), clock.instant()); // what was told while none listened is lost
                hear(opened);
            } finally {
                now = null;
            }
        }
        List.copyOf(members.values()).forEach(this::end);
    }

    /** Whoever is new is asked for; who is none any more is let go. */
    private void subscribe() {
        var all = streams.of(stream);
        var homes = new HashSet<UUID>();
        all.forEach(one -> homes.add(one.home()));
        members.values().stream()
                .filter(one -> !homes.contains(one.home()))
                .toList()
                .forEach(this::end);
        members.values().stream()
                .map(one -> one.mailbox().value())
                .min(Comparator.comparing(address -> !address.equals(anchor))) // the same as long as it is there
                .ifPresentOrElse(address -> anchor = address, () -> anchor = "");
        for (var one : all) {
            if (!subscriptions.containsKey(one.home())) subscribe(one);
        }
        mailboxes = members.size();
    }

    /** One that Exchange does not give us keeps nobody else from being told. */
    private void subscribe(Listened one) {
        var mailbox = one.mailbox().value();
        var beside = anchor.isEmpty() ? mailbox : anchor;
        try {
            var answer = exchange.askBeside(SubscribeOperations.streaming(one.folders()), mailbox, beside);
            subscriptions.put(one.home(), SubscribeOperations.id(answer));
            members.put(one.home(), one);
            anchor = beside;
            streams.heard(stream, clock.instant());
        } catch (ExchangeRefused e) {
            if (e.refusal().passes()) throw e;
            members.remove(one.home());
            streams.leave(stream, one.home(), clock.instant().plus(APART));
        }
    }

    private void end(Listened one) {
        var subscription = subscriptions.remove(one.home());
        members.remove(one.home(), one);
        if (subscription == null) return;
        try {
            exchange.askBeside(
                    SubscribeOperations.end(subscription), one.mailbox().value(), anchor);
        } catch (ExchangeAway | ExchangeRefused e) {
            // it ends by itself after some time
        }
    }

    private void hear(EwsStream opened) {
        for (var messages = opened.next(); !messages.isEmpty(); messages = opened.next()) {
            var held = streams.heard(stream, clock.instant());
            streams.changed(changed(messages), clock.instant());
            boolean over = messages.stream().anyMatch(this::isOver);
            if (over || !held.containsAll(subscriptions.keySet())) return;
        }
    }

    private Set<UUID> changed(List<Element> messages) {
        var told = new HashSet<String>();
        messages.stream()
                .flatMap(message -> message.all("t:Notification").map(one -> one.value("t:SubscriptionId")))
                .forEach(id -> id.ifPresent(told::add));
        var homes = new HashSet<UUID>();
        subscriptions.forEach((home, id) -> {
            if (told.contains(id)) homes.add(home);
        });
        return homes;
    }

    /** Those that Exchange does not know any more are asked for anew. */
    private boolean isOver(Element message) {
        var lost = message.child("m:ErrorSubscriptionIds").stream()
                .flatMap(ids -> ids.children().stream().map(Element::text))
                .toList();
        subscriptions.values().removeAll(lost);
        var code = message.value("m:ResponseCode").orElse(OK);
        if (!code.equals(OK) && lost.isEmpty()) throw new ExchangeAway("Exchange breaks off: " + code);
        return !code.equals(OK)
                || message.value("m:ConnectionStatus").filter("Closed"::equals).isPresent();
    }

    /** With whoever came meanwhile. */
    void reopen() {
        var opened = now;
        if (opened != null) opened.cut();
    }

    void close() {
        closed = true;
        reopen();
    }
}
