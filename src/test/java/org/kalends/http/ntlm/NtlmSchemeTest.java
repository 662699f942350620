package org.kalends.http.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.exchange.sim.SimNtlm;

/** Over TLS, to a server that takes only a proof that is for its own certificate (Extended Protection). */
class NtlmSchemeTest {

    private static final NtlmLogin LOGIN = NtlmLogin.of("SIM\\migrator", "let:me in");
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private HttpsServer server;
    private SimNtlm gate;
    private CloseableHttpClient client;

    @BeforeEach
    void start() throws Exception {
        var keys = keys();
        var certificate = (X509Certificate) keys.getCertificate("mail");
        gate = new SimNtlm(bound(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::take);
        server.start();
        client = client(keys);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.stop(0);
    }

    private KeyStore keys() throws Exception {
        var file = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mail",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var source = Files.newInputStream(file)) {
            keys.load(source, PASSWORD);
        }
        return keys;
    }

    /** RFC 5929 and the struct of RFC 2744, written without the code that is tested. */
    private static byte[] bound(byte[] certificate) throws Exception {
        var md5 = MessageDigest.getInstance("MD5");
        var name = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
        md5.update(new byte[16]);
        md5.update(new byte[] {(byte) (name.length + certificate.length), 0, 0, 0});
        md5.update(name);
        return md5.digest(certificate);
    }

    private static CloseableHttpClient client(KeyStore trusted) throws Exception {
        var tls = SSLContexts.custom().loadTrustMaterial(trusted, null).build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setTargetPreferredAuthSchemes(List.of(NtlmScheme.NAME))
                        .build())
                .build();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (!gate.lets(exchange)) return;
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String asked(NtlmLogin login) throws IOException {
        var post = new HttpPost("https://127.0.0.1:" + server.getAddress().getPort() + "/");
        post.setEntity(new StringEntity("hello"));
        return client.execute(
                post,
                NtlmScheme.context(login, Clock.systemUTC()),
                response -> response.getCode()
                        + " "
                        + (response.getCode() == 200
                                ? new String(response.getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8)
                                : ""));
    }

    @Test
    void aConnectionIsLetInOnceAndStaysSo() throws Exception {
        assertThat(asked(LOGIN)).isEqualTo("200 hello");
        assertThat(asked(LOGIN)).isEqualTo("200 hello");
        assertThat(asked(LOGIN)).isEqualTo("200 hello");
        assertThat(gate.proofs()).isOne();
    }

    @Test
    void whoDoesNotKnowThePasswordStaysOutsideAndTriesOnce() throws Exception {
        assertThat(asked(NtlmLogin.of("SIM\\migrator", "guessed"))).isEqualTo("401 ");
        assertThat(gate.proofs()).isOne();
    }

    @Test
    void nobodyUsesAConnectionThatIsAnothers() throws Exception {
        assertThat(asked(LOGIN)).isEqualTo("200 hello");
        assertThat(asked(NtlmLogin.of("SIM\\other", "guessed"))).isEqualTo("401 ");
    }
}
