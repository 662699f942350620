package org.kalends.subscription.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.kalends.subscription.SubscriptionSettings;

/** Makes the client that asks strangers: it connects to public addresses alone, remembers nothing and soon gives up. */
@ApplicationScoped
public class OutsideClientProducer {

    private static final Timeout PATIENCE = Timeout.ofSeconds(15);
    private static final int MOST_REDIRECTS = 5;

    @Produces
    @Singleton
    CloseableHttpClient open(SubscriptionSettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new OutsideHosts(settings.insideHosts()))
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
                .setUserAgent("Kalends (calendar subscription)")
                .build();
    }

    void close(@Disposes CloseableHttpClient client) throws IOException {
        client.close();
    }
}
