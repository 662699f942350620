package org.kalends.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.kalends.http.TlsEndPoint;

/**
 * The TLS connection that a proof is for. Exchange with Extended Protection takes none that is for another.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2744#section-3.11">RFC 2744, 3.11 (gss_channel_bindings_struct)</a>
 */
final class ChannelBinding {

    /** Of a connection without TLS. */
    private static final int LENGTH = 16;

    private static final int ADDRESSES = 16;

    private ChannelBinding() {}

    /** MD5 of the gss_channel_bindings_struct, whose addresses are empty. */
    static byte[] of(@Nullable SSLSession tls) throws GeneralSecurityException, SSLPeerUnverifiedException {
        return tls == null ? new byte[LENGTH] : of(TlsEndPoint.of(tls));
    }

    /** @param end what {@link TlsEndPoint} says */
    static byte[] of(byte[] end) throws GeneralSecurityException {
        var struct = ByteBuffer.allocate(ADDRESSES + Integer.BYTES + end.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(ADDRESSES)
                .putInt(end.length)
                .put(end);
        return MessageDigest.getInstance("MD5").digest(struct.array());
    }
}
