package org.kalends.http.kerberos;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.kerberos.KerberosTicket;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.ChannelBinding;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of a login, asked for when they are needed and again before they end. Realm and servers are those of
 * {@code krb5.conf}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4559">RFC 4559</a>
 */
public final class Tickets {

    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);

    private final KerberosLogin login;
    private final Clock clock;
    private @Nullable Subject subject;

    public Tickets(KerberosLogin login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    KerberosLogin login() {
        return login;
    }

    /**
     * A token for the service of HTTP at a host.
     *
     * @throws GSSException if there is no ticket for it
     * @throws LoginException if nobody knows us
     */
    byte[] token(String host, Optional<ChannelBinding> binding) throws GSSException, LoginException {
        try {
            return Subject.doAs(subject(), (PrivilegedExceptionAction<byte[]>) () -> asked(host, binding));
        } catch (PrivilegedActionException e) {
            if (e.getException() instanceof GSSException refused) throw refused;
            throw new IllegalStateException(e);
        }
    }

    private static byte[] asked(String host, Optional<ChannelBinding> binding) throws GSSException {
        var manager = GSSManager.getInstance();
        var service = manager.createName("HTTP@" + host, GSSName.NT_HOSTBASED_SERVICE);
        var context = manager.createContext(service, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
        try {
            context.requestMutualAuth(false); // TLS says who answers
            context.requestCredDeleg(false);
            if (binding.isPresent()) context.setChannelBinding(binding.get());
            return context.initSecContext(new byte[0], 0, 0);
        } finally {
            context.dispose();
        }
    }

    private synchronized Subject subject() throws LoginException {
        var known = subject;
        if (known != null && holds(known)) return known;
        var context = new LoginContext("kalends", null, password(), new Keys());
        context.login();
        subject = context.getSubject();
        return context.getSubject();
    }

    private boolean holds(Subject known) {
        var soon = clock.instant().plus(BEFORE_THE_END);
        return known.getPrivateCredentials(KerberosTicket.class).stream()
                .filter(ticket -> ticket.getServer().getName().startsWith("krbtgt/"))
                .anyMatch(ticket -> ticket.getEndTime().toInstant().isAfter(soon));
    }

    private CallbackHandler password() {
        return questions -> {
            for (Callback question : questions) {
                if (question instanceof NameCallback name) name.setName(login.principal());
                if (question instanceof PasswordCallback word)
                    word.setPassword(login.password().toCharArray());
            }
        };
    }

    /** In the place of a file of JAAS. */
    private final class Keys extends Configuration {

        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            Map<String, String> options = new HashMap<>();
            options.put("principal", login.principal());
            login.keytab().ifPresent(file -> {
                options.put("useKeyTab", "true");
                options.put("keyTab", file.toString());
                options.put("doNotPrompt", "true");
            });
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(
                        "com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options)
            };
        }
    }
}
