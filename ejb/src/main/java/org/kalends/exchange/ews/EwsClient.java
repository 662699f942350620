package org.kalends.exchange.ews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.kalends.database.Ids;
import org.kalends.http.ServiceHttp;

/** Asks Exchange, in the name of a mailbox. */
@ApplicationScoped
public class EwsClient {

    private static final ContentType XML = ContentType.create("text/xml", StandardCharsets.UTF_8);
    private static final int LARGEST = 16 << 20;

    @Inject
    ServiceHttp http;

    @Inject
    EwsAuthentication authentication;

    @Inject
    EwsSettings settings;

    /** Whether there is an Exchange to ask. */
    public boolean isThere() {
        return settings.url().isPresent();
    }

    /**
     * Asks for one operation.
     *
     * @param mailbox whose it is
     * @return a reply for each thing that was asked for, in order; one alone where the whole was refused
     * @throws ExchangeAway if it could not be asked
     */
    public List<Reply> ask(Element operation, String mailbox) {
        try {
            var request = request(operation, mailbox);
            var replies = http.call(request, authentication.show(request), settings.patience(), this::read);
            if (replies.isEmpty()) throw new ExchangeAway("Exchange gives no answer to " + operation.name());
            return replies;
        } catch (IOException e) {
            throw new ExchangeAway("Exchange cannot be reached: " + e.getMessage(), e);
        }
    }

    /**
     * Asks for one operation of which every part has to succeed.
     *
     * @return the response messages, in order
     * @throws ExchangeRefused if one part is refused
     * @throws ExchangeAway if it could not be asked
     */
    public List<Element> askAll(Element operation, String mailbox) {
        return ask(operation, mailbox).stream().map(EwsClient::done).toList();
    }

    /**
     * Asks for one operation with octets that go with it; the time it may take grows with them.
     *
     * @return the response message
     * @throws ExchangeRefused if it is refused
     * @throws ExchangeAway if it could not be asked
     */
    public Element askWith(Element operation, Enclosed enclosed, String mailbox) {
        try {
            var request = request(operation, mailbox);
            var message = ElementWriter.write(Envelope.around(operation, mailbox));
            request.setEntity(new EnclosingEntity(message, XML, enclosed));
            var longest = settings.patience().plusSeconds(enclosed.size() >> 20);
            return http.call(request, authentication.show(request), longest, this::read).stream()
                    .findFirst()
                    .map(EwsClient::done)
                    .orElseThrow(() -> new ExchangeAway("Exchange gives no answer to " + operation.name()));
        } catch (IOException e) {
            throw new ExchangeAway("Exchange cannot be reached: " + e.getMessage(), e);
        }
    }

    /**
     * Asks for the octets of an attachment.
     *
     * @param taking run with them while they come
     * @throws ExchangeRefused if there are none
     * @throws ExchangeAway if it could not be asked
     */
    public <T> T attachment(String id, String mailbox, Function<InputStream, T> taking) {
        var operation = Element.of(
                "m:GetAttachment",
                Element.of("m:AttachmentShape", Element.text("t:IncludeMimeContent", "true")),
                Element.of("m:AttachmentIds", Element.of("t:AttachmentId").with("Id", id)));
        try (var response = open(request(operation, mailbox))) {
            if (response.getCode() != HttpStatus.SC_OK) {
                read(response).forEach(EwsClient::done);
                throw new ExchangeAway("Exchange answers with status " + response.getCode());
            }
            return AttachmentAnswer.read(response.getEntity().getContent(), taking);
        } catch (IOException | UncheckedIOException e) {
            throw new ExchangeAway("Exchange cannot be reached: " + e.getMessage(), e);
        }
    }

    private ClassicHttpResponse open(HttpPost request) throws IOException {
        return http.open(request, authentication.show(request), settings.patience());
    }

    private HttpPost request(Element operation, String mailbox) {
        var request = new HttpPost(url());
        request.setHeader("X-AnchorMailbox", mailbox);
        request.setHeader("client-request-id", Ids.next().toString());
        request.setEntity(new ByteArrayEntity(ElementWriter.write(Envelope.around(operation, mailbox)), XML));
        return request;
    }

    private static Element done(Reply reply) {
        if (reply instanceof Reply.Refused refused) throw new ExchangeRefused(refused);
        return ((Reply.Done) reply).message();
    }

    private URI url() {
        return settings.url().orElseThrow(() -> new ExchangeAway("no kalends.exchange.url"));
    }

    /** Faults come with status 500. */
    private List<Reply> read(ClassicHttpResponse response) throws IOException {
        return switch (response.getCode()) {
            case HttpStatus.SC_OK, HttpStatus.SC_INTERNAL_SERVER_ERROR -> replies(response);
            case HttpStatus.SC_UNAUTHORIZED, HttpStatus.SC_FORBIDDEN -> throw authentication.notLetIn();
            case HttpStatus.SC_SERVICE_UNAVAILABLE, HttpStatus.SC_TOO_MANY_REQUESTS -> List.of(
                    new Reply.Refused(Reply.BUSY, "Exchange is busy", retryAfter(response)));
            default -> throw new ExchangeAway("Exchange answers with status " + response.getCode());
        };
    }

    private static List<Reply> replies(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) return List.of();
        var body = EntityUtils.toByteArray(response.getEntity(), LARGEST + 1);
        if (body.length > LARGEST) throw new IOException("an answer of more than " + LARGEST + " octets");
        return Envelope.replies(ElementReader.read(new ByteArrayInputStream(body)));
    }

    private static Optional<Duration> retryAfter(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(header -> header.getValue().strip())
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
