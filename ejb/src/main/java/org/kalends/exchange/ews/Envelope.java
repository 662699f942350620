package org.kalends.exchange.ews;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kalends.exchange.ews.xml.Element;

/** What stands around an operation and its answer. */
final class Envelope {

    /** The newest that all servers of today know; later ones add nothing that we need. */
    private static final String VERSION = "Exchange2013_SP1";

    static final String BACK_OFF = "BackOffMilliseconds";

    private Envelope() {}

    /** @param mailbox whose it is: the account of ours acts in its name */
    static Element around(Element operation, String mailbox) {
        return Element.of(
                "soap:Envelope",
                Element.of(
                        "soap:Header",
                        Element.of("t:RequestServerVersion").with("Version", VERSION),
                        Element.of(
                                "t:ExchangeImpersonation",
                                Element.of("t:ConnectingSID", Element.text("t:PrimarySmtpAddress", mailbox))),
                        Element.of(
                                "t:TimeZoneContext",
                                Element.of("t:TimeZoneDefinition").with("Id", "UTC"))),
                Element.of("soap:Body", operation));
    }

    /** One reply for each thing that was asked for; one alone if the whole request was refused. Empty if that is no answer. */
    static List<Reply> replies(Element envelope) {
        var fault = fault(envelope);
        if (fault.isPresent()) return List.of(fault.get());
        return told(envelope).map(Envelope::ofMessage).toList();
    }

    /**
     * The response messages, also those that refuse.
     *
     * @throws ExchangeRefused if the whole is refused
     */
    static List<Element> messages(Element envelope) {
        fault(envelope).ifPresent(refused -> {
            throw new ExchangeRefused(refused);
        });
        return told(envelope).toList();
    }

    private static Optional<Reply.Refused> fault(Element envelope) {
        return envelope.child("soap:Body")
                .flatMap(body -> body.child("soap:Fault"))
                .map(Envelope::ofFault);
    }

    private static Stream<Element> told(Element envelope) {
        return envelope.child("soap:Body").stream()
                .flatMap(body -> body.children().stream())
                .flatMap(answer -> answer.child("m:ResponseMessages").stream())
                .flatMap(messages -> messages.children().stream());
    }

    private static Reply ofMessage(Element message) {
        var code = message.value("m:ResponseCode").orElse("");
        if (!message.has("ResponseClass", "Error")) return new Reply.Done(message);
        return new Reply.Refused(code, message.value("m:MessageText").orElse(code), backOff(message));
    }

    /** Its detail says more than the fault itself. */
    private static Reply.Refused ofFault(Element fault) {
        var detail = fault.child("detail").orElse(fault);
        var code = detail.value("ResponseCode")
                .orElseGet(() -> fault.value("faultcode").orElse("").replaceFirst(".*:", ""));
        var reason =
                detail.value("Message").or(() -> fault.value("faultstring")).orElse(code);
        return new Reply.Refused(code, reason, backOff(fault));
    }

    private static Optional<Duration> backOff(Element refusal) {
        return refusal.all("t:Value")
                .filter(value -> value.has("Name", BACK_OFF))
                .flatMap(value -> milliseconds(value.text()).stream())
                .findFirst();
    }

    static Optional<Duration> milliseconds(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(digits -> Duration.ofMillis(Long.parseLong(digits)));
    }
}
