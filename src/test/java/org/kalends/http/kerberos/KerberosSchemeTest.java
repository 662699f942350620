package org.kalends.http.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.exchange.sim.SimKerberos;
import org.kalends.http.TlsEndPoint;
import org.kalends.support.Kdc;
import org.kalends.support.TlsService;

/** Over TLS, to a server that takes only a ticket that is bound to its own certificate (Extended Protection). */
class KerberosSchemeTest {

    @TempDir
    static Path realm;

    private static Kdc kdc;

    @TempDir
    Path folder;

    private TlsService service;

    @BeforeAll
    static void found() throws Exception {
        kdc = Kdc.started(realm);
        System.setProperty("java.security.krb5.conf", kdc.configuration().toString());
    }

    @AfterAll
    static void leave() throws Exception {
        System.clearProperty("java.security.krb5.conf");
        kdc.close();
    }

    @BeforeEach
    void start() throws Exception {
        service = TlsService.started(folder, KerberosScheme.NAME);
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private SimKerberos guarded(byte[] certificate) {
        var channel = KerberosBinding.of(TlsEndPoint.of(certificate)).orElseThrow();
        var gate = new SimKerberos(Kdc.SERVICE, kdc.keys(Kdc.SERVICE), channel);
        service.guarded(gate::lets);
        return gate;
    }

    private static Tickets tickets(String password) {
        return new Tickets(new KerberosLogin(Kdc.CLIENT, password, Optional.empty()), Clock.systemUTC());
    }

    private static Tickets keys() {
        var login = new KerberosLogin(Kdc.CLIENT, "", Optional.of(kdc.keys(Kdc.CLIENT)));
        return new Tickets(login, Clock.systemUTC());
    }

    @Test
    void aConnectionIsLetInOnceAndStaysSo() throws Exception {
        var gate = guarded(service.certificate());
        var tickets = tickets(Kdc.PASSWORD);
        for (int i = 0; i < 3; i++)
            assertThat(service.asked(KerberosScheme.context(tickets))).isEqualTo("200 hello");
        assertThat(gate.tickets()).isOne();
        assertThat(gate.last()).isEqualTo(Kdc.CLIENT);
    }

    @Test
    void aFileOfKeysIsAsGoodAsAPassword() throws Exception {
        guarded(service.certificate());
        assertThat(service.asked(KerberosScheme.context(keys()))).isEqualTo("200 hello");
    }

    @Test
    void aTicketForAnotherCertificateIsNotTakenAndShownOnce() throws Exception {
        var gate = guarded(new byte[32]);
        assertThat(service.asked(KerberosScheme.context(keys()))).isEqualTo("401 ");
        assertThat(gate.tickets()).isOne();
    }

    @Test
    void whoDoesNotKnowThePasswordGetsNoTicket() throws Exception {
        var gate = guarded(service.certificate());
        assertThat(service.asked(KerberosScheme.context(tickets("guessed")))).isEqualTo("401 ");
        assertThat(gate.tickets()).isZero();
        assertThatThrownBy(() -> tickets("guessed").token("127.0.0.1", Optional.empty()))
                .isInstanceOf(LoginException.class);
    }
}
