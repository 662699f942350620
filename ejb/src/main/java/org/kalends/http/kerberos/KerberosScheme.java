package org.kalends.http.kerberos;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.auth.AuthenticationException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.ietf.jgss.GSSException;
import org.jspecify.annotations.Nullable;
import org.kalends.http.ConnectionScheme;

/**
 * Kerberos over HTTP, bound to the TLS connection: one token lets a connection in, which stays so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4559#section-4.1">RFC 4559, 4.1</a>
 */
public final class KerberosScheme extends ConnectionScheme {

    public static final String NAME = "Negotiate";

    private final Tickets tickets;
    private boolean answered;

    private KerberosScheme(Tickets tickets) {
        super(NAME, tickets.login().principal());
        this.tickets = tickets;
    }

    /** For requests of that login; they share the connections that are let in already. */
    public static HttpClientContext context(Tickets tickets) {
        return context(NAME, tickets.login().principal(), asked -> new KerberosScheme(tickets));
    }

    @Override
    public void processChallenge(AuthChallenge asked, HttpContext context) {
        // it says nothing but that it wants to know
    }

    @Override
    public boolean isChallengeComplete() {
        return answered;
    }

    @Override
    public String generateAuthResponse(@Nullable HttpHost host, HttpRequest request, HttpContext context)
            throws AuthenticationException {
        answered = true;
        try {
            var tls = HttpClientContext.castOrCreate(context).getSSLSession();
            var token = tickets.token(host == null ? "" : host.getHostName(), KerberosBinding.of(tls));
            return NAME + " " + Base64.getEncoder().encodeToString(token);
        } catch (GSSException | GeneralSecurityException | IOException e) {
            throw new AuthenticationException(String.valueOf(e.getMessage()), e);
        }
    }
}
