package org.kalends.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.PercentCodec;

/**
 * Tokens by which services let us in, asked for anew before they end. Each node has its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, 4.4</a>
 */
@ApplicationScoped
public class AccessTokens {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration USUAL_LIFE = Duration.ofMinutes(5);
    private static final int LARGEST_ANSWER = 1 << 16;

    @Inject
    ServiceHttp http;

    @Inject
    Clock clock;

    private final Map<ClientGrant, Token> known = new ConcurrentHashMap<>();

    /** The service takes none of those that were given so far. */
    public void forget(ClientGrant grant) {
        known.remove(grant);
    }

    private record Token(String value, Instant end) {}

    /**
     * One that is good still, as far as is known.
     *
     * @param patience how long the server of tokens may take
     * @throws IOException if it gives none
     */
    public String get(ClientGrant grant, Duration patience) throws IOException {
        var token = known.get(grant);
        if (token == null || !clock.instant().isBefore(token.end())) {
            token = ask(grant, patience);
            known.put(grant, token);
        }
        return token.value();
    }

    private Token ask(ClientGrant login, Duration patience) throws IOException {
        var form = new ArrayList<NameValuePair>(List.of(new BasicNameValuePair("grant_type", "client_credentials")));
        login.scope().ifPresent(scope -> form.add(new BasicNameValuePair("scope", scope)));
        var post = new HttpPost(login.tokens());
        post.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        post.setHeader(HttpHeaders.AUTHORIZATION, credentials(login));
        post.setHeader(HttpHeaders.ACCEPT, "application/json");
        return http.call(post, patience, this::token);
    }

    /** Encoded as in a form before they are joined (RFC 6749, 2.3.1). */
    private static String credentials(ClientGrant login) {
        return BasicLogin.header(encoded(login.client()), encoded(login.secret()));
    }

    private static String encoded(String text) {
        return PercentCodec.encode(text, StandardCharsets.UTF_8);
    }

    private Token token(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != HttpStatus.SC_OK) throw new IOException("no token: HTTP " + response.getCode());
        var told = ServiceHttp.json(response, LARGEST_ANSWER);
        var value = told.path("access_token").asText();
        if (value.isBlank()) throw new IOException("no token: the answer has none");
        long life = told.path("expires_in").asLong(USUAL_LIFE.toSeconds());
        return new Token(value, clock.instant().plusSeconds(life).minus(MARGIN));
    }
}
