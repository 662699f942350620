package org.kalends.support;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser's side of Web Push, written after the RFC by itself: what the server encrypts, this one has to read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</a>
 */
public final class PushedBrowser {

    private static final int SALT = 16;
    private static final int POINT = 65;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder OCTETS = Base64.getUrlDecoder();

    private final ECPrivateKey secret;
    private final byte[] point;
    private final byte[] auth;

    private PushedBrowser(ECPrivateKey secret, byte[] point, byte[] auth) {
        this.secret = secret;
        this.point = point;
        this.auth = auth;
    }

    public static PushedBrowser random() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var auth = new byte[SALT];
            new SecureRandom().nextBytes(auth);
            return new PushedBrowser(
                    (ECPrivateKey) pair.getPrivate(), octets(((ECPublicKey) pair.getPublic()).getW()), auth);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One whose keys are known, all base64url. */
    public static PushedBrowser of(String secret, String p256dh, String auth) throws GeneralSecurityException {
        var number = new BigInteger(1, OCTETS.decode(secret));
        var key = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, curve()));
        return new PushedBrowser((ECPrivateKey) key, OCTETS.decode(p256dh), OCTETS.decode(auth));
    }

    public String p256dh() {
        return TEXT.encodeToString(point);
    }

    public String auth() {
        return TEXT.encodeToString(auth);
    }

    /** The text of a body of the encoding {@code aes128gcm} with one record (RFC 8188, 2.1). */
    public String read(byte[] body) throws GeneralSecurityException {
        var in = ByteBuffer.wrap(body);
        var salt = take(in, SALT);
        in.getInt();
        var theirs = take(in, in.get());
        var prk = mac(auth, shared(theirs));
        var ikm = mac(prk, join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point, theirs, new byte[] {1}));
        var keys = mac(salt, ikm);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var key = new SecretKeySpec(info(keys, "aes128gcm", 16), "AES");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, info(keys, "nonce", 12)));
        var padded = cipher.doFinal(take(in, in.remaining()));
        int end = padded.length - 1;
        while (padded[end] == 0) end--;
        if (padded[end] != 2) throw new GeneralSecurityException("not the last record");
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    private byte[] shared(byte[] theirs) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(secret);
        agreement.doPhase(key(theirs), true);
        return agreement.generateSecret();
    }

    /** A public key as it is written in a message: an uncompressed point of P-256. */
    static java.security.PublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != 4) throw new GeneralSecurityException("not an uncompressed point");
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 33, POINT));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve()));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static byte[] octets(ECPoint point) {
        var out = ByteBuffer.allocate(POINT).put((byte) 4);
        for (var number : new BigInteger[] {point.getAffineX(), point.getAffineY()}) {
            var octets = number.toByteArray();
            var last = Arrays.copyOfRange(octets, Math.max(0, octets.length - 32), octets.length);
            out.put(new byte[32 - last.length]).put(last);
        }
        return out.array();
    }

    private static byte[] info(byte[] prk, String what, int length) throws GeneralSecurityException {
        var info = ("Content-Encoding: " + what + "\0\1").getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(mac(prk, info), length);
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] take(ByteBuffer in, int length) {
        var taken = new byte[length];
        in.get(taken);
        return taken;
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
