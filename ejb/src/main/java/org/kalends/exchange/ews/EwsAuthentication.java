package org.kalends.exchange.ews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.kalends.exchange.ews.EwsSettings.Login;
import org.kalends.exchange.ews.EwsSettings.Scheme;
import org.kalends.http.AccessTokens;
import org.kalends.http.BasicLogin;
import org.kalends.http.kerberos.KerberosLogin;
import org.kalends.http.kerberos.KerberosScheme;
import org.kalends.http.kerberos.Tickets;
import org.kalends.http.ntlm.NtlmLogin;
import org.kalends.http.ntlm.NtlmScheme;

/** Shows Exchange who asks. */
@ApplicationScoped
class EwsAuthentication {

    @Inject
    AccessTokens tokens;

    @Inject
    EwsSettings settings;

    @Inject
    Clock clock;

    private @Nullable Tickets tickets;

    /**
     * Puts into the request what says who asks, or into the context where the connection says it.
     *
     * @throws IOException if nobody gives us a token
     */
    HttpClientContext show(HttpPost request) throws IOException {
        if (settings.grant().isPresent()) {
            var token = tokens.get(settings.grant().get(), settings.patience());
            request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            return HttpClientContext.create();
        }
        var login = settings.login().orElseThrow();
        if (login.scheme() == Scheme.KERBEROS) return KerberosScheme.context(tickets(login));
        if (login.scheme() == Scheme.NTLM)
            return NtlmScheme.context(NtlmLogin.of(login.name(), login.password()), clock);
        request.setHeader(HttpHeaders.AUTHORIZATION, BasicLogin.header(login.name(), login.password()));
        return HttpClientContext.create();
    }

    private synchronized Tickets tickets(Login login) {
        if (tickets == null)
            tickets = new Tickets(new KerberosLogin(login.name(), login.password(), login.keytab()), clock);
        return tickets;
    }

    /** What is to be told when it is not enough; a token that is not taken is not tried again. */
    ExchangeAway notLetIn() {
        if (settings.grant().isEmpty())
            return new ExchangeAway("Exchange does not let us in with the login of kalends.exchange.login");
        tokens.forget(settings.grant().get());
        return new ExchangeAway("Exchange does not take the token that kalends.exchange.token-url gives");
    }
}
