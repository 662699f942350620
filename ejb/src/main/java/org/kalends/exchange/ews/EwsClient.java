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
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.kalends.database.Ids;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.exchange.ews.xml.ElementReader;
import org.kalends.exchange.ews.xml.ElementWriter;
import org.kalends.http.ServiceHttp;

/** Asks Exchange, in the name of a mailbox. */
@ApplicationScoped
public class EwsClient {

    private static final ContentType XML = ContentType.create("text/xml", StandardCharsets.UTF_8);
    private static final int LARGEST = 16 << 20;

    /** Exchange shows that it is there each 45 seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(100);

    @Inject
    ServiceHttp http;

    @Inject
    EwsAuthentication authentication;

    @Inject
    EwsCookies cookies;

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
        return ask(operation, mailbox, mailbox);
    }

    private List<Reply> ask(Element operation, String mailbox, String anchor) {
        return send(operation, request(anchor, entity(operation, mailbox)), anchor, settings.patience());
    }

    private List<Reply> send(Element operation, HttpPost request, String anchor, Duration longest) {
        try {
            var replies = http.call(request, context(request, anchor), longest, this::read);
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
     * Asks for one operation at the server that has another mailbox.
     *
     * @param anchor the other one
     * @return the response message
     * @throws ExchangeRefused if it is refused
     * @throws ExchangeAway if it could not be asked
     */
    public Element askBeside(Element operation, String mailbox, String anchor) {
        return done(ask(operation, mailbox, anchor).get(0));
    }

    /**
     * Asks for one operation that is answered for as long as there is something to tell, to be closed.
     *
     * @throws ExchangeAway if it could not be asked
     */
    public EwsStream listen(Element operation, String mailbox) {
        try {
            var request = request(mailbox, entity(operation, mailbox));
            request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity"); // what is packed waits for more
            var response = http.open(request, context(request, mailbox), SILENCE);
            if (response.getCode() == HttpStatus.SC_OK) return new EwsStream(request, response);
            try (response) {
                read(response).forEach(EwsClient::done);
                throw new ExchangeAway("Exchange answers with status " + response.getCode());
            }
        } catch (IOException e) {
            throw new ExchangeAway("Exchange cannot be reached: " + e.getMessage(), e);
        }
    }

    /**
     * Asks for one operation with octets that go with it; the time it may take grows with them.
     *
     * @return the response message
     * @throws ExchangeRefused if it is refused
     * @throws ExchangeAway if it could not be asked
     */
    public Element askWith(Element operation, Enclosed enclosed, String mailbox) {
        var entity = new EnclosingEntity(message(operation, mailbox), XML, enclosed);
        var longest = settings.patience().plusSeconds(enclosed.size() >> 20);
        return done(send(operation, request(mailbox, entity), mailbox, longest).get(0));
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
        try (var response = open(operation, mailbox)) {
            if (response.getCode() != HttpStatus.SC_OK) {
                read(response).forEach(EwsClient::done);
                throw new ExchangeAway("Exchange answers with status " + response.getCode());
            }
            return AttachmentAnswer.read(response.getEntity().getContent(), taking);
        } catch (IOException | UncheckedIOException e) {
            throw new ExchangeAway("Exchange cannot be reached: " + e.getMessage(), e);
        }
    }

    private ClassicHttpResponse open(Element operation, String mailbox) throws IOException {
        var request = request(mailbox, entity(operation, mailbox));
        return http.open(request, context(request, mailbox), settings.patience());
    }

    private HttpClientContext context(HttpPost request, String anchor) throws IOException {
        var context = authentication.show(request);
        context.setCookieStore(cookies.of(anchor));
        return context;
    }

    private HttpPost request(String anchor, HttpEntity entity) {
        var request = new HttpPost(url());
        request.setHeader("X-AnchorMailbox", anchor);
        request.setHeader("X-PreferServerAffinity", "true");
        request.setHeader("client-request-id", Ids.next().toString());
        request.setEntity(entity);
        return request;
    }

    private static HttpEntity entity(Element operation, String mailbox) {
        return new ByteArrayEntity(message(operation, mailbox), XML);
    }

    private static byte[] message(Element operation, String mailbox) {
        return ElementWriter.write(Envelope.around(operation, mailbox));
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
