package org.kalends.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Ends requests: the patience of a client is for each piece of an answer, and one that trickles has no end by itself. */
@ApplicationScoped
public class Deadline {

    @Resource
    ManagedScheduledExecutorService clock;

    /**
     * The answer, however it reads.
     *
     * @param longest until the whole answer is there
     * @throws IOException if there is none
     */
    public <T> T call(
            CloseableHttpClient client,
            HttpUriRequestBase request,
            Duration longest,
            HttpClientResponseHandler<T> reader)
            throws IOException {
        return call(client, request, null, longest, reader);
    }

    <T> T call(
            CloseableHttpClient client,
            HttpUriRequestBase request,
            @Nullable HttpContext context,
            Duration longest,
            HttpClientResponseHandler<T> reader)
            throws IOException {
        var end = clock.schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, context, reader);
        } finally {
            end.cancel(false);
        }
    }
}
