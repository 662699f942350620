package org.kalends.exchange.ews;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.ews.xml.ElementReader;
import org.kalends.exchange.ews.xml.ElementWriter;

/**
 * Exchange calls: something changed in a mailbox, or it only shows that it is there. It is a hint; what changed is asked
 * for.
 *
 * @param subscription Exchange's name for its promise to call
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/web-service-reference/sendnotification-operation">SendNotification</a>
 */
public record PushNotice(String subscription) {

    /** What is said to it. */
    public enum Answer {
        GO_ON("OK"),
        CALL_NO_MORE("Unsubscribe");

        private final String status;

        Answer(String status) {
            this.status = status;
        }

        /** The whole message, in UTF-8. */
        public byte[] message() {
            return ElementWriter.write(Element.of(
                    "soap:Envelope",
                    Element.of(
                            "soap:Body",
                            Element.of("m:SendNotificationResult", Element.text("m:SubscriptionStatus", status)))));
        }
    }

    /** @throws IOException if that is no call of Exchange */
    public static PushNotice read(byte[] message) throws IOException {
        return ElementReader.read(new ByteArrayInputStream(message))
                .all("m:Notification")
                .flatMap(notification -> notification.value("t:SubscriptionId").stream())
                .findFirst()
                .map(PushNotice::new)
                .orElseThrow(() -> new IOException("no call of Exchange"));
    }
}
