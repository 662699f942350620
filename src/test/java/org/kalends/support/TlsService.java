package org.kalends.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.ssl.SSLContexts;

/** A service over TLS that says what it is told, to whom it lets in, with a client that trusts it. */
public final class TlsService implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore keys;
    private final HttpsServer server;
    private final CloseableHttpClient client;

    /** Says who is let in, and asks others who they are. */
    public interface Gate {

        boolean lets(HttpExchange exchange) throws IOException;
    }

    private TlsService(KeyStore keys, HttpsServer server, CloseableHttpClient client) {
        this.keys = keys;
        this.server = server;
        this.client = client;
    }

    /**
     * @param folder for its keys
     * @param scheme by which the client answers
     */
    public static TlsService started(Path folder, String scheme) throws Exception {
        var keys = keys(folder.resolve("keys.p12"));
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.start();
        return new TlsService(keys, server, client(keys, scheme));
    }

    private static KeyStore keys(Path file) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var words =
                "-genkeypair -alias mail -keyalg EC -dname CN=mail -ext san=ip:127.0.0.1 -storepass changeit -keystore";
        var command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(words.split(" ")));
        command.add(file.toString());
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) throw new IOException("no keys were made");
        var keys = KeyStore.getInstance("PKCS12");
        try (var source = Files.newInputStream(file)) {
            keys.load(source, PASSWORD);
        }
        return keys;
    }

    private static CloseableHttpClient client(KeyStore trusted, String scheme) throws Exception {
        var tls = SSLContexts.custom().loadTrustMaterial(trusted, null).build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setTargetPreferredAuthSchemes(List.of(scheme))
                        .build())
                .build();
    }

    /** SHA-256 of its certificate. */
    public byte[] certificate() throws Exception {
        return MessageDigest.getInstance("SHA-256")
                .digest(keys.getCertificate("mail").getEncoded());
    }

    public TlsService guarded(Gate gate) {
        server.createContext("/", exchange -> take(exchange, gate));
        return this;
    }

    private static void take(HttpExchange exchange, Gate gate) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (!gate.lets(exchange)) return;
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Says hello: the status and what comes back. */
    public String asked(HttpClientContext context) throws IOException {
        var post = new HttpPost("https://127.0.0.1:" + server.getAddress().getPort() + "/");
        post.setEntity(new StringEntity("hello"));
        return client.execute(post, context, response -> response.getCode() + " " + body(response.getCode(), response));
    }

    private static String body(int status, ClassicHttpResponse response) throws IOException {
        return status == 200
                ? new String(response.getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8)
                : "";
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop(0);
    }
}
