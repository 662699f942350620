package org.kalends.browser;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.jspecify.annotations.Nullable;
import org.kalends.browser.Browser.Endpoint;
import org.kalends.browser.store.PushKeyStore;
import org.kalends.problem.CalendarException;

/**
 * The key pair by which push services know this installation. It is made when it is first asked for and is then the
 * same for ever: browsers tie their subscriptions to it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292#section-2">RFC 8292, 2</a>
 */
@ApplicationScoped
public class PushKeys {

    @Inject
    PushKeyStore store;

    private volatile @Nullable VAPIDKeyPair read;

    VAPIDKeyPair pair() {
        var known = read;
        if (known != null) return known;
        var kept = store.find().orElseGet(() -> store.keep(random()));
        var pair = VAPIDKeyPairs.of(
                PrivateKeySources.ofPKCS8Bytes(kept.pkcs8()), PublicKeySources.ofX509Bytes(kept.x509()));
        read = pair;
        return pair;
    }

    /** As browsers want it when they subscribe: base64url of the point. */
    public String applicationServerKey() {
        return pair().extractPublicKeyInUncompressedFormAsString();
    }

    private static PushKeyStore.Kept random() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new PushKeyStore.Kept(
                    pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no P-256", e);
        }
    }

    /** @throws CalendarException 400 if a browser's keys are none */
    static void check(Endpoint endpoint) {
        try {
            UserAgentMessageEncryptionKeyInfo.of(endpoint.p256dh(), endpoint.auth());
        } catch (RuntimeException e) {
            throw CalendarException.invalid("keys", "must be a point of P-256 and 16 octets, both in base64url");
        }
    }
}
