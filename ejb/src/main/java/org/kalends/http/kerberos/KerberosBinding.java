package org.kalends.http.kerberos;

import java.lang.System.Logger;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.ietf.jgss.ChannelBinding;
import org.jspecify.annotations.Nullable;
import org.kalends.http.TlsEndPoint;

/**
 * The TLS connection that a token is for, as Windows counts it: without addresses. The public constructor of
 * {@link ChannelBinding} says another kind of no address, which Windows does not take, so this is one of the JDK's own
 * for HTTPS and LDAP; the launcher opens it.
 *
 * @see <a href="https://bugs.openjdk.org/browse/JDK-8245527">JDK-8245527</a>
 */
final class KerberosBinding {

    /** What has to stand on the command line of a server that {@code ./run} does not start. */
    static final String EXPORT = "--add-exports=java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED";

    private static final Logger LOG = System.getLogger(KerberosBinding.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private KerberosBinding() {}

    /** Empty without TLS, and where this JVM does not let us. */
    static Optional<ChannelBinding> of(@Nullable SSLSession tls)
            throws GeneralSecurityException, SSLPeerUnverifiedException {
        return tls == null ? Optional.empty() : of(TlsEndPoint.of(tls));
    }

    static Optional<ChannelBinding> of(byte[] end) {
        try {
            var made = Class.forName("sun.security.jgss.krb5.internal.TlsChannelBindingImpl")
                    .getConstructor(byte[].class)
                    .newInstance((Object) end);
            return Optional.of((ChannelBinding) made);
        } catch (ReflectiveOperationException e) {
            if (!TOLD.getAndSet(true))
                LOG.log(Logger.Level.WARNING, "Kerberos is not bound to the TLS connection: start Java with " + EXPORT);
            return Optional.empty();
        }
    }
}
