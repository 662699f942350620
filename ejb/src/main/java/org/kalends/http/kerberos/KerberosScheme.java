package org.kalends.http.kerberos;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.util.Base64;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.auth.AuthScheme;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.AuthenticationException;
import org.apache.hc.client5.http.auth.BasicUserPrincipal;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.ietf.jgss.GSSException;
import org.jspecify.annotations.Nullable;

/**
 * Kerberos over HTTP, bound to the TLS connection: one token lets a connection in, which stays so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4559#section-4.1">RFC 4559, 4.1</a>
 */
public final class KerberosScheme implements AuthScheme {

    public static final String NAME = "Negotiate";

    private final Tickets tickets;
    private boolean answered;

    private KerberosScheme(Tickets tickets) {
        this.tickets = tickets;
    }

    /** For requests of that login; they share the connections that are let in already. */
    public static HttpClientContext context(Tickets tickets) {
        var context = HttpClientContext.create();
        context.setAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create()
                .register(NAME, asked -> new KerberosScheme(tickets))
                .build());
        context.setUserToken(new BasicUserPrincipal(tickets.login().principal()));
        return context;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isConnectionBased() {
        return true;
    }

    @Override
    public @Nullable String getRealm() {
        return null;
    }

    @Override
    public Principal getPrincipal() {
        return new BasicUserPrincipal(tickets.login().principal());
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
    public boolean isResponseReady(HttpHost host, CredentialsProvider credentials, HttpContext context) {
        return true;
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
