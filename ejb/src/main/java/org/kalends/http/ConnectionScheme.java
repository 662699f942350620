package org.kalends.http;

import java.security.Principal;
import org.apache.hc.client5.http.auth.AuthScheme;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.BasicUserPrincipal;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** By which a connection is let in, and stays so: whoever is somebody else gets another one. */
public abstract class ConnectionScheme implements AuthScheme {

    private final String name;
    private final String user;

    /** @param user who is let in, so that nobody else is sent by the same connection */
    protected ConnectionScheme(String name, String user) {
        this.name = name;
        this.user = user;
    }

    /** For requests of one user; they share the connections that are let in already. */
    protected static HttpClientContext context(String name, String user, AuthSchemeFactory schemes) {
        var context = HttpClientContext.create();
        context.setAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create()
                .register(name, schemes)
                .build());
        context.setUserToken(new BasicUserPrincipal(user));
        return context;
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final boolean isConnectionBased() {
        return true;
    }

    @Override
    public final @Nullable String getRealm() {
        return null;
    }

    @Override
    public final Principal getPrincipal() {
        return new BasicUserPrincipal(user);
    }

    @Override
    public final boolean isResponseReady(HttpHost host, CredentialsProvider credentials, HttpContext context) {
        return true;
    }
}
