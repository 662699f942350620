package org.kalends.http;

import java.util.Set;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** Clients for addresses that people give: they connect to public ones alone, remember nothing and soon give up. */
public final class OutsideClients {

    private static final Timeout PATIENCE = Timeout.ofSeconds(15);
    private static final int MOST_REDIRECTS = 5;

    private OutsideClients() {}

    /**
     * One that follows redirects, each only to where it may connect.
     *
     * @param inside names of hosts that are let through wherever they lead
     */
    public static CloseableHttpClient following(Set<String> inside) {
        return to(inside).build();
    }

    /** One that takes a redirect for an answer. */
    public static CloseableHttpClient staying(Set<String> inside) {
        return to(inside).disableRedirectHandling().build();
    }

    private static HttpClientBuilder to(Set<String> inside) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new OutsideHosts(inside))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setMaxRedirects(MOST_REDIRECTS)
                        .setResponseTimeout(PATIENCE)
                        .build())
                .disableCookieManagement()
                .disableAutomaticRetries()
                .setUserAgent("Kalends");
    }
}
