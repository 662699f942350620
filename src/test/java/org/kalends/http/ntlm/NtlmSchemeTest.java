package org.kalends.http.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.exchange.sim.SimNtlm;
import org.kalends.support.TlsService;

/** Over TLS, to a server that takes only a proof that is for its own certificate (Extended Protection). */
class NtlmSchemeTest {

    private static final NtlmLogin LOGIN = NtlmLogin.of("SIM\\migrator", "let:me in");

    @TempDir
    Path folder;

    private TlsService service;
    private SimNtlm gate;

    @BeforeEach
    void start() throws Exception {
        service = TlsService.started(folder, NtlmScheme.NAME);
        gate = new SimNtlm(bound(service.certificate()));
        service.guarded(gate::lets);
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
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

    private String asked(NtlmLogin login) throws IOException {
        return service.asked(NtlmScheme.context(login, Clock.systemUTC()));
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
