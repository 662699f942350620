package org.kalends.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The TLS connection that a proof is for. Exchange with Extended Protection takes none that is for another.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5929#section-4">RFC 5929, 4 (tls-server-end-point)</a>
 */
final class ChannelBinding {

    /** Of a connection without TLS. */
    private static final int LENGTH = 16;

    private static final int ADDRESSES = 16;

    private ChannelBinding() {}

    /** MD5 of the gss_channel_bindings_struct, whose addresses are empty. */
    static byte[] of(@Nullable SSLSession tls) throws GeneralSecurityException, SSLPeerUnverifiedException {
        if (tls == null) return new byte[LENGTH];
        return of((X509Certificate) tls.getPeerCertificates()[0]);
    }

    private static byte[] of(X509Certificate server) throws GeneralSecurityException {
        return of(MessageDigest.getInstance(digest(server.getSigAlgName())).digest(server.getEncoded()));
    }

    /** @param end the hash of the server's certificate */
    static byte[] of(byte[] end) throws GeneralSecurityException {
        var name = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
        var struct = ByteBuffer.allocate(ADDRESSES + Integer.BYTES + name.length + end.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(ADDRESSES)
                .putInt(name.length + end.length)
                .put(name)
                .put(end);
        return MessageDigest.getInstance("MD5").digest(struct.array());
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
