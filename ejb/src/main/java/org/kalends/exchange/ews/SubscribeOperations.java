package org.kalends.exchange.ews;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.kalends.exchange.ews.xml.Element;

/**
 * What has Exchange tell of changes.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/notification-subscriptions-mailbox-events-and-ews-in-exchange">Notification subscriptions</a>
 */
public final class SubscribeOperations {

    private static final List<String> EVENTS =
            List.of("CreatedEvent", "DeletedEvent", "ModifiedEvent", "MovedEvent", "CopiedEvent");

    private SubscribeOperations() {}

    /**
     * By a call.
     *
     * @param folders their ids
     * @param heartbeat in whole minutes
     */
    public static Element push(List<String> folders, Duration heartbeat, URI url) {
        return Element.of(
                "m:Subscribe",
                Element.of(
                        "m:PushSubscriptionRequest",
                        folders(folders),
                        events(),
                        Element.text("t:StatusFrequency", Long.toString(heartbeat.toMinutes())),
                        Element.text("t:URL", url.toString())));
    }

    /** By a connection that is kept open. */
    public static Element streaming(List<String> folders) {
        return Element.of("m:Subscribe", Element.of("m:StreamingSubscriptionRequest", folders(folders), events()));
    }

    /** The connection for some of these, for so many minutes. */
    public static Element open(Collection<String> subscriptions, Duration longest) {
        var ids = subscriptions.stream().map(id -> Element.text("t:SubscriptionId", id));
        return Element.of(
                "m:GetStreamingEvents",
                Element.of("m:SubscriptionIds", ids.toList()),
                Element.text("m:ConnectionTimeout", Long.toString(longest.toMinutes())));
    }

    /** Only for those by a connection; calls end when they are answered so. */
    public static Element end(String subscription) {
        return Element.of("m:Unsubscribe", Element.text("m:SubscriptionId", subscription));
    }

    /** What Exchange calls it. */
    public static String id(Element answer) {
        return answer.value("m:SubscriptionId")
                .orElseThrow(() -> new ExchangeAway("Exchange promises to tell and does not say how it names that"));
    }

    private static Element folders(List<String> ids) {
        return Element.of(
                "t:FolderIds",
                ids.stream().map(id -> Element.of("t:FolderId").with("Id", id)).toList());
    }

    private static Element events() {
        Stream<Element> types = EVENTS.stream().map(event -> Element.text("t:EventType", event));
        return Element.of("t:EventTypes", types.toList());
    }
}
