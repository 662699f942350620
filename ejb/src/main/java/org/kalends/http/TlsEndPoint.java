package org.kalends.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What a proof is bound to, so that it is good for no other connection: the certificate of the server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5929#section-4">RFC 5929, 4 (tls-server-end-point)</a>
 */
public final class TlsEndPoint {

    private static final byte[] NAME = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);

    private TlsEndPoint() {}

    /** The name of that kind of binding, and the certificate's hash behind it. */
    public static byte[] of(SSLSession tls) throws GeneralSecurityException, SSLPeerUnverifiedException {
        var server = (X509Certificate) tls.getPeerCertificates()[0];
        return of(MessageDigest.getInstance(digest(server.getSigAlgName())).digest(server.getEncoded()));
    }

    /** @param hash of the certificate */
    public static byte[] of(byte[] hash) {
        return ByteBuffer.allocate(NAME.length + hash.length)
                .put(NAME)
                .put(hash)
                .array();
    }

    /** That of the signature; SHA-256 for weaker ones and for those that name none. */
    private static String digest(String signature) {
        var hash = signature.toUpperCase(Locale.ROOT).split("WITH", 2)[0];
        return switch (hash) {
            case "SHA384" -> "SHA-384";
            case "SHA512" -> "SHA-512";
            default -> "SHA-256";
        };
    }
}
