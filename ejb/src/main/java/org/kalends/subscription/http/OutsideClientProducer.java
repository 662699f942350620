package org.kalends.subscription.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.kalends.http.OutsideClients;
import org.kalends.subscription.SubscriptionSettings;

/** Makes the client that asks strangers for their feeds. */
@ApplicationScoped
public class OutsideClientProducer {

    @Produces
    @Singleton
    CloseableHttpClient open(SubscriptionSettings settings) {
        return OutsideClients.following(settings.insideHosts());
    }

    void close(@Disposes CloseableHttpClient client) throws IOException {
        client.close();
    }
}
