package org.kalends.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.kalends.http.kerberos.KerberosScheme;
import org.kalends.http.ntlm.NtlmScheme;
import org.kalends.outbox.Json;

/**
 * The client for services that the installation trusts and names. It follows no redirect, keeps no cookie but for who
 * brings a place for them, and tries nothing twice: who asks knows what may be asked again.
 */
@ApplicationScoped
public class ServiceHttp {

    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final int MOST_CONNECTIONS = 50;

    @Inject
    Deadline deadline;

    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .setMaxConnTotal(2 * MOST_CONNECTIONS)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.of(CONNECTING))
                            .build())
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .setUserAgent("Kalends")
            .build();

    @PreDestroy
    void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /**
     * The answer, however it reads.
     *
     * @param longest until the whole answer is there; one that trickles is cut off then
     * @throws IOException if there is none
     */
    public <T> T call(HttpUriRequestBase request, Duration longest, HttpClientResponseHandler<T> reader)
            throws IOException {
        return call(request, null, longest, reader);
    }

    /**
     * The same of a service that lets connections in, or gives cookies.
     *
     * @param context of {@link NtlmScheme} or {@link KerberosScheme}, or with a place for cookies; null where a request says
     *     itself who asks
     */
    public <T> T call(
            HttpUriRequestBase request,
            @Nullable HttpClientContext context,
            Duration longest,
            HttpClientResponseHandler<T> reader)
            throws IOException {
        request.setConfig(patient(longest, context));
        return deadline.call(client, request, context, longest, reader);
    }

    /**
     * The answer with its body unread, to be closed.
     *
     * @param longest until it begins to answer, and between two pieces of the body
     * @throws IOException if there is none
     */
    public ClassicHttpResponse open(HttpUriRequestBase request, Duration longest) throws IOException {
        return open(request, null, longest);
    }

    /** The same of a service that lets connections in, or gives cookies. */
    public ClassicHttpResponse open(HttpUriRequestBase request, @Nullable HttpClientContext context, Duration longest)
            throws IOException {
        request.setConfig(patient(longest, context));
        try {
            return client.executeOpen(RoutingSupport.determineHost(request), request, context);
        } catch (HttpException e) {
            throw new IOException("no host in " + request.getPath(), e);
        }
    }

    private static RequestConfig patient(Duration longest, @Nullable HttpClientContext context) {
        var wait = Timeout.of(longest);
        boolean cookies = context != null && context.getCookieStore() != null;
        return RequestConfig.custom()
                .setConnectionRequestTimeout(wait)
                .setResponseTimeout(wait)
                .setCookieSpec(cookies ? StandardCookieSpec.RELAXED : StandardCookieSpec.IGNORE)
                .setTargetPreferredAuthSchemes(
                        List.of(KerberosScheme.NAME, NtlmScheme.NAME)) // no other is answered here
                .build();
    }

    /**
     * The body of an answer as JSON.
     *
     * @param largest octets that are read at most
     * @throws IOException if it is none
     */
    public static JsonNode json(ClassicHttpResponse response, int largest) throws IOException {
        if (response.getEntity() == null) throw new IOException("the answer is empty");
        try {
            return Json.read(EntityUtils.toString(response.getEntity(), largest), JsonNode.class);
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("the answer cannot be read", e);
        }
    }
}
